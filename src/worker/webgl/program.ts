// In: a fragment shader's text. Out: a program that draws one triangle over all of the picture, when it is
// ready.

const EVERYWHERE = `#version 300 es
void main() {
  gl_Position = vec4(4.0 * vec2(gl_VertexID & 1, gl_VertexID >> 1) - 1.0, 0.0, 1.0);
}
`;

export interface Program {
  linked: WebGLProgram;
  /** Throws where it does not compile. */
  ready: () => boolean;
}

/** Compiling begins; drivers may take a second for it. */
export function buildProgram(gl: WebGL2RenderingContext, fragment: string): Program {
  // Where it is missing, asking waits. (KHR_parallel_shader_compile, Khronos WebGL registry)
  const aside = gl.getExtension('KHR_parallel_shader_compile');
  const linked = gl.createProgram();
  const shaders = ([['VERTEX_SHADER', EVERYWHERE], ['FRAGMENT_SHADER', fragment]] as const).map(([kind, text]) => {
    const shader = gl.createShader(gl[kind]);
    if (!shader) throw new Error('the context is lost');
    gl.shaderSource(shader, text);
    gl.compileShader(shader);
    gl.attachShader(linked, shader);
    return shader;
  }); // prettier-ignore
  gl.linkProgram(linked);
  let known = false;
  return {
    linked,
    ready() {
      if (known) return true;
      if (
        aside &&
        !gl.isContextLost() &&
        gl.getProgramParameter(linked, aside.COMPLETION_STATUS_KHR) !== true
      )
        return false;
      if (gl.getProgramParameter(linked, gl.LINK_STATUS) !== true) {
        const said = [gl.getProgramInfoLog(linked), ...shaders.map((shader) => gl.getShaderInfoLog(shader))];
        throw new Error(`it does not compile: ${said.find(Boolean)?.slice(0, 200) ?? 'no reason is told'}`);
      }
      for (const shader of shaders) gl.deleteShader(shader);
      known = true;
      return true;
    },
  };
}
