/** The scenarios that say what right means, each through the public API, numbered as the programme's authors number them. */
@NullMarked
package dev.stempel.scenario;

import org.jspecify.annotations.NullMarked;
