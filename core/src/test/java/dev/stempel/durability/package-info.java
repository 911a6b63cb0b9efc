/** What is acknowledged stays: killed processes, full disks, many tills at once. */
@NullMarked
package dev.stempel.durability;

import org.jspecify.annotations.NullMarked;
