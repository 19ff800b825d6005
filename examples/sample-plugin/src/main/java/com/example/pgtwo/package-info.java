/** Plug-ins that know nothing of pgtwo but its connector-spi. */
package com.example.pgtwo;
