/**
 * Reading what others wrote: data files as a {@link dev.plumbline.data.Dataset}. {@link dev.plumbline.formats.FileData}
 * is the way in.
 */
@NullMarked
package dev.plumbline.formats;

import org.jspecify.annotations.NullMarked;
