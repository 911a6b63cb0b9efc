@NullMarked
package dev.stempel.measure;

import org.jspecify.annotations.NullMarked;
