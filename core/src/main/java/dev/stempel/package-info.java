@NullMarked
package dev.stempel;

import org.jspecify.annotations.NullMarked;
