// In: nothing. Out: a promise that lets messages in first.

/** A macrotask: messages that are in the port's queue by now are heard first. Cheaper than a timer's 4 ms. */
export function pause(): Promise<void> {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(null);
  });
}
