@NullMarked
package dev.stempel.missing;

import org.jspecify.annotations.NullMarked;
