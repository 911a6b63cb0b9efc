/**
 * Everything as JSON: events, decisions, accounts, policies and facts of the embedding application. What cannot be
 * read is told with its place. It knows the facts, and gives back what it was given, to the last digit.
 */
@NullMarked
package dev.stempel.json;

import org.jspecify.annotations.NullMarked;
