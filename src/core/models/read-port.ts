// A ValueInfoProto of an ONNX file in; the tensor that it tells of out: name, type and sides.
// Field numbers: onnx/onnx.proto (ONNX project), message by message.
import type Pbf from 'pbf';
import { message } from './read-message.ts';

/** A tensor that goes in or comes out. A dimension that is free, or has a name only, is null. */
export interface Port {
  name: string;
  /** TensorProto.DataType: 1 is float32, 10 float16. */
  type: number;
  dims: (number | null)[];
}

export function readPort(pbf: Pbf): Port {
  const port: Port = { name: '', type: 0, dims: [] };
  const dimension = (): void => {
    let size = 0;
    message(pbf, (tag) => {
      if (tag === 1) size = pbf.readVarint(true);
    });
    port.dims.push(size > 0 ? size : null);
  };
  const tensor = (): void =>
    message(pbf, (tag) => {
      if (tag === 1) port.type = pbf.readVarint();
      else if (tag === 2)
        message(pbf, (part) => {
          if (part === 1) dimension();
        });
    });
  message(pbf, (tag) => {
    if (tag === 1) port.name = pbf.readString();
    else if (tag === 2)
      message(pbf, (kind) => {
        if (kind === 1) tensor();
      });
  });
  return port;
}
