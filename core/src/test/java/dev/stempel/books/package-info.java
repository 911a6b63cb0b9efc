@NullMarked
package dev.stempel.books;

import org.jspecify.annotations.NullMarked;
