// A program that touches each system library the client links. Only ever linked, never run.
#include <dlfcn.h>
#include <emscripten.h>
#include <emscripten/html5.h>
#include <SDL.h>
#include <SDL_opengles2.h>

#include <stdexcept>
#include <string>

int main() {
  emscripten_dlopen("side.wasm", RTLD_NOW | RTLD_LOCAL, nullptr, nullptr, nullptr);
  if (SDL_Init(SDL_INIT_VIDEO) != 0) throw std::runtime_error(SDL_GetError());
  SDL_Window* window = SDL_CreateWindow("", 0, 0, 1, 1, SDL_WINDOW_OPENGL);
  SDL_GL_CreateContext(window);
  glClear(GL_COLOR_BUFFER_BIT);
  emscripten_set_main_loop([] {}, 0, false);
  return 0;
}
