/**
 * The imports that Emscripten's loader itself gives every side module; the main module does not
 * export them. Used by make_surface.mjs and check_wasm_imports.mjs.
 */
export const fromLoader = new Set([
  '__stack_pointer', '__memory_base', '__table_base', 'memory', '__indirect_function_table', '__cpp_exception',
  '__c_longjmp', '__heap_base', '__heap_end', '__stack_high', '__stack_low',
]);
