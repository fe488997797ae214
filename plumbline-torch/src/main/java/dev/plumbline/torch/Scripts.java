package dev.plumbline.torch;

import java.util.LinkedHashMap;
import java.util.Map;

/** The programs that were loaded last, by their text, so that an equal network is compiled once. */
final class Scripts {
    private static final int KEPT = 48;

    private final Map<String, Script> byText = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1;

        /** What falls out may still be running; it is freed when it is collected. */
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Script> eldest) {
            return size() > KEPT;
        }
    };

    /** @throws ScriptFault if libtorch does not take it */
    synchronized Script get(Program program) {
        Script script = byText.get(program.text());
        if (script == null) {
            script = Script.load(program);
            byText.put(program.text(), script);
        }
        return script;
    }

    synchronized void close() {
        byText.values().forEach(Script::close);
        byText.clear();
    }
}
