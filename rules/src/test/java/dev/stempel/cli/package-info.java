@NullMarked
package dev.stempel.cli;

import org.jspecify.annotations.NullMarked;
