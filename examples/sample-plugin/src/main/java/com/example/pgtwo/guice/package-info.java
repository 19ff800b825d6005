/** For applications put together by Guice; legal to be without it. */
package com.example.pgtwo.guice;
