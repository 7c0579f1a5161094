// The script beside ONNX Runtime's module, which the package exports without types.
declare module 'onnxruntime-web/ort-wasm-simd-threaded.mjs' {
  export default function open(options: object): Promise<object>;
}
