package dev.plumbline.lab;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads trees of this project's records: numbers, text, arrays of numbers, lists, maps, enums, durations,
 * null. A value is a tag and its content; a record is its class and its components in order, so that what another
 * version wrote is refused rather than misread.
 */
final class RecordStream {
    private static final String OURS = "dev.plumbline.";
    /** Longer than any list, map or text that a run holds; a damaged length must not ask for all memory. */
    private static final int LONGEST = 50_000_000;

    private RecordStream() {}

    static void write(@Nullable Object value, DataOutputStream out) throws IOException {
        if (value == null) {
            out.writeByte('0');
        } else if (value instanceof Double number) {
            out.writeByte('d');
            out.writeDouble(number);
        } else if (value instanceof Long || value instanceof Integer) {
            out.writeByte(value instanceof Long ? 'l' : 'i');
            out.writeLong(((Number) value).longValue());
        } else if (value instanceof Boolean truth) {
            out.writeByte('b');
            out.writeBoolean(truth);
        } else if (value instanceof String text) {
            out.writeByte('s');
            byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
        } else if (value instanceof Duration time) {
            out.writeByte('t');
            out.writeLong(time.toNanos());
        } else if (value instanceof Enum<?> constant) {
            out.writeByte('e');
            out.writeUTF(constant.getDeclaringClass().getName());
            out.writeUTF(constant.name());
        } else if (value instanceof List<?> list) {
            out.writeByte('L');
            out.writeInt(list.size());
            for (Object element : list) {
                write(element, out);
            }
        } else if (value instanceof Map<?, ?> map) {
            out.writeByte('M');
            out.writeInt(map.size());
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                write(entry.getKey(), out);
                write(entry.getValue(), out);
            }
        } else if (value instanceof Record item) {
            writeRecord(item, out);
        } else {
            writeArray(value, out);
        }
    }

    private static void writeArray(Object value, DataOutputStream out) throws IOException {
        if (value instanceof float[] floats) {
            out.writeByte('F');
            out.writeInt(floats.length);
            for (float number : floats) {
                out.writeFloat(number);
            }
        } else if (value instanceof long[] longs) {
            out.writeByte('J');
            out.writeInt(longs.length);
            for (long number : longs) {
                out.writeLong(number);
            }
        } else if (value instanceof double[] doubles) {
            out.writeByte('D');
            out.writeInt(doubles.length);
            for (double number : doubles) {
                out.writeDouble(number);
            }
        } else {
            throw new IllegalArgumentException("expected a record, number, text, list or map, found "
                    + value.getClass().getName());
        }
    }

    private static void writeRecord(Record item, DataOutputStream out) throws IOException {
        out.writeByte('R');
        out.writeUTF(item.getClass().getName());
        RecordComponent[] components = item.getClass().getRecordComponents();
        out.writeByte(components.length);
        for (RecordComponent component : components) {
            out.writeUTF(component.getName());
            try {
                write(component.getAccessor().invoke(item), out);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("could not read " + component + " of " + item.getClass(), e);
            }
        }
    }

    /** @throws IOException if the bytes are not what {@link #write} of this version gives */
    static @Nullable Object read(DataInputStream in) throws IOException {
        int tag = in.readUnsignedByte();
        return switch (tag) {
            case '0' -> null;
            case 'd' -> in.readDouble();
            case 'l' -> in.readLong();
            case 'i' -> (int) in.readLong();
            case 'b' -> in.readBoolean();
            case 's' -> new String(in.readNBytes(length(in)), java.nio.charset.StandardCharsets.UTF_8);
            case 't' -> Duration.ofNanos(in.readLong());
            case 'e' -> constant(in);
            case 'L' -> list(in);
            case 'M' -> map(in);
            case 'R' -> item(in);
            case 'F' -> floats(in);
            case 'J' -> longs(in);
            case 'D' -> doubles(in);
            default -> throw new IOException("expected a tag, found " + tag);
        };
    }

    private static int length(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST) {
            throw new IOException("expected a length of at most " + LONGEST + ", found " + length);
        }
        return length;
    }

    private static Class<?> ours(String name) throws IOException {
        if (!name.startsWith(OURS)) {
            throw new IOException("expected a class of this project, found " + name);
        }
        try {
            return Class.forName(name, false, RecordStream.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IOException("there is no class " + name, e);
        }
    }

    private static Object constant(DataInputStream in) throws IOException {
        Class<?> type = ours(in.readUTF());
        String name = in.readUTF();
        for (Object constant : Objects.requireNonNullElse(type.getEnumConstants(), new Object[0])) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        throw new IOException("there is no " + name + " in " + type);
    }

    private static List<@Nullable Object> list(DataInputStream in) throws IOException {
        int length = length(in);
        List<@Nullable Object> list = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            list.add(read(in));
        }
        return list;
    }

    private static Map<Object, @Nullable Object> map(DataInputStream in) throws IOException {
        int length = length(in);
        Map<Object, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < length; i++) {
            Object key = read(in);
            map.put(Objects.requireNonNullElse(key, ""), read(in));
        }
        return map;
    }

    private static Object item(DataInputStream in) throws IOException {
        Class<?> type = ours(in.readUTF());
        RecordComponent[] components = type.getRecordComponents();
        if (components == null || in.readUnsignedByte() != components.length) {
            throw new IOException(type + " has other components");
        }
        Class<?>[] types = new Class<?>[components.length];
        @Nullable Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            if (!in.readUTF().equals(components[i].getName())) {
                throw new IOException(type + " has other components");
            }
            types[i] = components[i].getType();
            values[i] = read(in);
        }
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            throw new IOException("could not make a " + type, e);
        }
    }

    private static float[] floats(DataInputStream in) throws IOException {
        float[] numbers = new float[length(in)];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = in.readFloat();
        }
        return numbers;
    }

    private static long[] longs(DataInputStream in) throws IOException {
        long[] numbers = new long[length(in)];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = in.readLong();
        }
        return numbers;
    }

    private static double[] doubles(DataInputStream in) throws IOException {
        double[] numbers = new double[length(in)];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = in.readDouble();
        }
        return numbers;
    }
}
