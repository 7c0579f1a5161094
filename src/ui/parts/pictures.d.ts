// Pictures that the panel ships: esbuild puts them into the script as data: addresses.
declare module '*.webp' {
  const address: string;
  export default address;
}
