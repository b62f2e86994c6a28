package org.conv4j.verify.bench;

/**
 * What memory the calls of a contestant take, in bytes of the heap. What a call holds at any time
 * beyond its operands is at most the sum of both.
 *
 * @param allocated by one call when warm, its result among it
 * @param kept from call to call, as tables and buffers are: how much more is in use when no result
 *     is held than was before the first call
 */
record Memory(long allocated, long kept) {}
