// code.js in QuickJS (as in Figma: a JavaScript VM in WebAssembly) with no globals
// but the language and the prelude's.
// In: the engine's wasm, what answers the sandbox's calls. Out: run, close. Errors of scripts,
// callbacks and what they return are reported; a rejected promise that nobody holds is not (this build
// of the engine has no hook for it).
import type { QuickJSContext, QuickJSHandle } from 'quickjs-emscripten';
import type { Callback } from '../api/refs.ts';
import { decode, encode } from './packet.ts';
import { PRELUDE } from './prelude.ts';
import { LANGUAGE, engineFor } from './engine.ts';

export interface Answers {
  /** What `figma` looks like: property names by path. */
  shape: unknown;
  /** The value of __html__. */
  html: string;
  /** One call of the sandbox: [operation, …arguments]. May throw; may give a promise. */
  answer(packet: readonly unknown[]): unknown;
  typeOf(nodeId: string): string;
  uncaught(message: string): void;
}

export class Vm {
  readonly #context: QuickJSContext;
  readonly #answers: Answers;
  readonly #callbacks = new Map<number, Callback>();
  readonly #hostFunctions: Callback[] = [];
  #hooks: QuickJSHandle | undefined;
  #depth = 0;
  #promises = 0;
  #closing = false;

  static async open(wasm: Uint8Array, answers: Answers): Promise<Vm> {
    const engine = await engineFor(wasm);
    return new Vm(engine.newContext(), answers);
  }

  private constructor(context: QuickJSContext, answers: Answers) {
    this.#context = context;
    this.#answers = answers;
    context.runtime.setMaxStackSize(1024 * 1024);
    const send = context.newFunction('send', (json, buffers) => this.#receive(json, buffers));
    this.#enter(() => {
      const names = context.unwrapResult(context.evalCode('Object.getOwnPropertyNames(globalThis)'));
      for (const name of context.dump(names) as string[])
        if (!LANGUAGE.has(name)) context.unwrapResult(context.evalCode(`delete globalThis[${JSON.stringify(name)}]`)).dispose(); // prettier-ignore
      names.dispose();
      const make = context.unwrapResult(context.evalCode(PRELUDE, 'prelude.js'));
      const shape = context.unwrapResult(context.evalCode(`(${JSON.stringify(answers.shape)})`));
      const html = context.newString(answers.html);
      this.#hooks = context.unwrapResult(context.callFunction(make, context.undefined, send, shape, html));
      for (const handle of [make, shape, html, send]) handle.dispose();
    });
  }

  /**
   * Runs a script to its end and the promise jobs after it. An error of the script is reported, not thrown.
   */
  run(code: string, name: string): void {
    this.#enter(() => {
      const result = this.#context.evalCode(code, name);
      if (!result.error) return result.value.dispose();
      const error = this.#context.dump(result.error) as { name?: string; message?: string; stack?: string };
      result.error.dispose();
      this.#answers.uncaught(`${error.name ?? 'Error'}: ${error.message ?? ''}\n${error.stack ?? ''}`);
    });
  }

  /** Frees the engine's memory as soon as no sandbox code is running. */
  close(): void {
    this.#closing = true;
    if (this.#depth === 0) this.#dispose();
  }

  /** Bytes that the sandbox's values take. */
  get size(): number {
    return this.#context.runtime.computeMemoryUsage().consume((usage) => {
      const { memory_used_size: size } = this.#context.dump(usage) as { memory_used_size: number };
      return size;
    });
  }

  #invoke(hook: 'invoke' | 'settle', number: number, good: boolean, value: unknown): void {
    if (this.#closing && hook === 'settle') return;
    this.#enter(() => {
      const context = this.#context;
      if (!this.#hooks) throw new Error(`sandbox: ${hook} after the end`);
      const packet = encode(value, this.#encoding);
      const handles = [context.newNumber(number)];
      if (hook === 'settle') handles.push(good ? context.true : context.false);
      handles.push(context.newString(packet.json), ...packet.buffers.map((bytes) => this.#buffer(bytes)));
      const method = context.getProp(this.#hooks, hook);
      context.unwrapResult(context.callFunction(method, context.undefined, ...handles)).dispose();
      for (const handle of [method, ...handles]) handle.dispose();
    });
  }

  /** Work in the sandbox, then its promise jobs, then, if closePlugin was called meanwhile, the end. */
  #enter(work: () => void): void {
    if (!this.#context.alive) return;
    this.#depth += 1;
    try {
      work();
      if (this.#depth === 1) this.#runJobs();
    } finally {
      this.#depth -= 1;
      if (this.#depth === 0 && this.#closing) this.#dispose();
    }
  }

  #runJobs(): void {
    const { runtime } = this.#context;
    while (runtime.hasPendingJob() && !this.#closing) {
      const result = runtime.executePendingJobs();
      if (!result.error) continue;
      const message = JSON.stringify(this.#context.dump(result.error));
      result.error.dispose();
      this.#answers.uncaught(message);
    }
  }

  #dispose(): void {
    if (!this.#context.alive) return;
    this.#hooks?.dispose();
    this.#context.dispose();
  }

  /** One call from the sandbox: "!" and the error, or JSON, or [JSON, …buffers]. */
  #receive(json: QuickJSHandle, buffers: QuickJSHandle): QuickJSHandle {
    const context = this.#context;
    try {
      const given = decode(context.getString(json), this.#bytes(buffers), this.#decoding);
      const [operation, number, args] = given as [string, number, unknown[]];
      const answer =
        operation === 'function'
          ? this.#hostFunctions[number]?.(...args)
          : operation === 'forget'
            ? void this.#callbacks.delete(number)
            : this.#answers.answer(given as unknown[]);
      const packet = encode(answer, this.#encoding);
      if (packet.buffers.length === 0) return context.newString(packet.json);
      const list = context.newArray();
      const parts = [context.newString(packet.json), ...packet.buffers.map((bytes) => this.#buffer(bytes))];
      parts.forEach((part, index) => {
        context.setProp(list, index, part);
        part.dispose();
      });
      return list;
    } catch (error) {
      const { name, message } = asError(error);
      return context.newString(`!${JSON.stringify({ name, message })}`);
    }
  }

  #bytes(buffers: QuickJSHandle): Uint8Array[] {
    const context = this.#context;
    const length = context.getProp(buffers, 'length').consume((handle) => context.getNumber(handle));
    return Array.from({ length }, (_, index) =>
      context
        .getProp(buffers, index)
        .consume((handle) => context.getArrayBuffer(handle).consume((view) => view.value.slice())),
    );
  }

  #buffer(bytes: Uint8Array): QuickJSHandle {
    const whole = bytes.byteLength === bytes.buffer.byteLength;
    return this.#context.newArrayBuffer(whole ? bytes.buffer : bytes.slice().buffer);
  }

  #callback(number: number): Callback {
    const known = this.#callbacks.get(number);
    if (known) return known;
    const callback: Callback = (...args) => this.#invoke('invoke', number, true, args);
    this.#callbacks.set(number, callback);
    return callback;
  }

  readonly #decoding = {
    html: (): string => this.#answers.html,
    functionFor: (number: number): Callback => this.#callback(number),
  };

  readonly #encoding = {
    typeOf: (id: string): string => this.#answers.typeOf(id),
    keepFunction: (callback: Callback): number => this.#hostFunctions.push(callback) - 1,
    keepPromise: (promise: Promise<unknown>): number => {
      const number = (this.#promises += 1);
      promise.then(
        (value) => this.#invoke('settle', number, true, value),
        (error: unknown) => {
          // A promise may be rejected with a bare text; whether Figma's ever are is not known. (?)
          const { name, message } = asError(error);
          this.#invoke('settle', number, false, typeof error === 'string' ? error : { name, message });
        },
      );
      return number;
    },
  };
}

const asError = (thrown: unknown): Error =>
  thrown instanceof Error ? thrown : new Error(JSON.stringify(thrown));
