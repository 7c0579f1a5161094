// JavaScript text: workers that get this same script before their own, and are refused or killed, for the
// faults of those names.
export const WORKERS = String.raw`  // ---- The frame: every worker gets this same script before its own.
  if (planned('gpu-absent') && navigator.gpu && !ownThread) {
    navigator.gpu.requestAdapter = () => { note('gpu-absent'); return Promise.resolve(null); };
  }
  const blobs = new Map();
  const { createObjectURL, revokeObjectURL } = URL;
  URL.createObjectURL = (object) => {
    const address = createObjectURL.call(URL, object);
    if (object instanceof Blob) blobs.set(address, object);
    return address;
  };
  URL.revokeObjectURL = (address) => { blobs.delete(address); revokeObjectURL.call(URL, address); };
  let started = 0;
  self.Worker = new Proxy(Worker, {
    construct(Target, [given, options]) {
      started += 1;
      // A graphics card is the machine's: all workers have the same.
      const mine = plan.filter(({ id, times }) => /^(gpu|webgl)-/.test(id) || started <= times);
      if (mine.some(({ id }) => id === 'worker-refused')) {
        struck('worker-refused');
        throw new DOMException("Failed to construct 'Worker': Access to the script is denied.", 'SecurityError');
      }
      const before = '(' + inside + ')(' + JSON.stringify(mine) + ', false);\n';
      const worker = Reflect.construct(Target, [dressed(String(given), before), options]);
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = (event) => tell(event.data);
      worker.postMessage({ standInPort: port2 }, [port2]);
      const killed = mine.find(({ id }) => id === 'worker-killed');
      let posted = 0;
      if (killed) worker.postMessage = (...args) => {
        Target.prototype.postMessage.apply(worker, args);
        posted += 1;
        if (posted === killed.nth) { struck('worker-killed'); worker.terminate(); }
      };
      return worker;
    },
  });
  function dressed(address, before) {
    const blob = blobs.get(address);
    if (blob) return createObjectURL.call(URL, new Blob([before, blob], { type: blob.type }));
    if (!address.startsWith('data:')) return address;
    const comma = address.indexOf(',');
    const [head, body] = [address.slice(0, comma), address.slice(comma + 1)];
    return head.endsWith(';base64') ? head + ',' + btoa(before + atob(body)) : head + ',' + encodeURIComponent(before) + body;
  }
`;
