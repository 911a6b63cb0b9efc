/** What happens: customers, purchases and the other events. */
@NullMarked
package dev.stempel.event;

import org.jspecify.annotations.NullMarked;
