/**
 * What is known of one customer, derived from what was decided: an account is a fold of decisions in time, and
 * everything in it is a value seen at an instant, in the programme's zone. It knows events, rewards and policies, and
 * neither rules nor ledgers.
 */
@NullMarked
package dev.stempel.account;

import org.jspecify.annotations.NullMarked;
