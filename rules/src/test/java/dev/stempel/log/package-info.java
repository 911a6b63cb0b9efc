@NullMarked
package dev.stempel.log;

import org.jspecify.annotations.NullMarked;
