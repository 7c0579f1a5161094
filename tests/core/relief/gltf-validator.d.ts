// The part of gltf-validator 2.0.0-dev.3.10 that the tests use; the package brings no types.
declare module 'gltf-validator' {
  export interface Issue {
    code: string;
    message: string;
    /** 0: error, 1: warning, 2: information, 3: hint. */
    severity: 0 | 1 | 2 | 3;
    pointer?: string;
  }
  export interface Report {
    issues: { numErrors: number; numWarnings: number; numInfos: number; messages: Issue[] };
    info: {
      totalVertexCount: number;
      totalTriangleCount: number;
      materialCount: number;
      drawCallCount: number;
      extensionsUsed?: string[];
    };
  }
  export function validateBytes(bytes: Uint8Array): Promise<Report>;
}
