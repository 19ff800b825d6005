/**
 * What {@code pgtwo --demo} walks through: {@link io.github.pgtwo.console.demo.Walk} holds the steps, and is
 * the place to add one when something new works; the rest starts a server, runs them and tells what came back.
 */
package io.github.pgtwo.console.demo;
