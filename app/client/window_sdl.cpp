// The canvas window: SDL2 makes the WebGL2 context and brings the mouse; Dear ImGui's own backends do
// the rest. The only file that sees SDL. Keyboard, wheel and touch stay with the browser.
#include "app/client/window.hpp"
#include "app/client/window_shown_frame.hpp"
#include "app/client/window_textures.hpp"

#include <emscripten/html5.h>
#include <GLES3/gl3.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>
#include <imgui_impl_sdl2.h>
#include <SDL.h>

namespace alongside::client {
namespace {

constexpr const char* canvas_selector = "#canvas";
constexpr const char* shader_version = "#version 300 es";

// SDL would take Tab, Backspace, Ctrl+anything and the wheel away from the page, so that no field,
// no zoom and no screen reader works. A selector that matches nothing keeps its hands off.
void leave_keyboard_and_touch_to_the_page() {
  SDL_SetHint(SDL_HINT_EMSCRIPTEN_KEYBOARD_ELEMENT, "#nokeys");
  for (const Uint32 event :
       {SDL_KEYDOWN, SDL_KEYUP, SDL_TEXTINPUT, SDL_MOUSEWHEEL, SDL_FINGERDOWN, SDL_FINGERUP, SDL_FINGERMOTION}) {
    SDL_EventState(event, SDL_IGNORE);
  }
}

// With these listeners gone the browser makes mouse events of taps by itself, and pans and pinches.
void drop_touch_listeners() {
  emscripten_set_touchstart_callback(canvas_selector, nullptr, 0, nullptr);
  emscripten_set_touchend_callback(canvas_selector, nullptr, 0, nullptr);
  emscripten_set_touchmove_callback(canvas_selector, nullptr, 0, nullptr);
  emscripten_set_touchcancel_callback(canvas_selector, nullptr, 0, nullptr);
}

class CanvasWindow final : public Window {
 public:
  CanvasWindow(SDL_Window* window, SDL_GLContext context) : window_(window), context_(context) {}

  ~CanvasWindow() override {
    ImGui_ImplOpenGL3_Shutdown();
    ImGui_ImplSDL2_Shutdown();
    SDL_GL_DeleteContext(context_);
    SDL_DestroyWindow(window_);
  }

  void begin_frame(const WindowSize& size) override {
    resize(size);
    SDL_Event event;
    while (SDL_PollEvent(&event) != 0) ImGui_ImplSDL2_ProcessEvent(&event);
    if (!lost_) ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplSDL2_NewFrame();
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = ImVec2(size.width, size.height);
    io.DisplayFramebufferScale = ImVec2(size.dpr, size.dpr);
  }

  void paint(const ui::Color& paper) override {
    ImDrawData* data = ImGui::GetDrawData();
    if (lost_ || !shown_.differs(*data, paper)) return;
    glViewport(0, 0, static_cast<int>(data->DisplaySize.x * data->FramebufferScale.x),
               static_cast<int>(data->DisplaySize.y * data->FramebufferScale.y));
    glClearColor(paper.red / 255.0f, paper.green / 255.0f, paper.blue / 255.0f, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(data);
    SDL_GL_SwapWindow(window_);
  }

  void shown_again() override { shown_.forget(); }

  void context_lost() override { lost_ = true; }

  Result<void> context_restored() override {
    ImGui_ImplOpenGL3_Shutdown();
    want_textures_anew();
    shown_.forget();
    if (!ImGui_ImplOpenGL3_Init(shader_version)) return Error{ErrorCode::Unavailable, "no WebGL2 after all"};
    lost_ = false;
    return {};
  }

 private:
  void resize(const WindowSize& size) {
    if (size == size_) return;
    size_ = size;
    shown_.forget();
    SDL_SetWindowSize(window_, static_cast<int>(size.width), static_cast<int>(size.height));
  }

  SDL_Window* window_;
  SDL_GLContext context_;
  WindowSize size_;
  ShownFrame shown_;
  bool lost_ = false;
};

void ask_for_webgl2() {
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_ES);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 0);
  SDL_GL_SetAttribute(SDL_GL_DOUBLEBUFFER, 1);
  SDL_GL_SetAttribute(SDL_GL_ALPHA_SIZE, 0);
  SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);
}

}  // namespace

Result<std::unique_ptr<Window>> open_canvas_window() {
  leave_keyboard_and_touch_to_the_page();
  if (SDL_Init(SDL_INIT_VIDEO) != 0) return Error{ErrorCode::Unavailable, SDL_GetError()};
  leave_keyboard_and_touch_to_the_page();  // SDL_Init sets the event states anew
  ask_for_webgl2();
  constexpr Uint32 flags = SDL_WINDOW_OPENGL | SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI;
  // Without a name: SDL would write it over the title of the page.
  SDL_Window* window = SDL_CreateWindow(nullptr, 0, 0, 360, 640, flags);
  if (window == nullptr) return Error{ErrorCode::Unavailable, SDL_GetError()};
  SDL_GLContext context = SDL_GL_CreateContext(window);
  if (context == nullptr) {
    SDL_DestroyWindow(window);
    return Error{ErrorCode::Unavailable, SDL_GetError()};
  }
  drop_touch_listeners();
  ImGui_ImplSDL2_InitForOpenGL(window, context);
  want_textures_anew();
  if (!ImGui_ImplOpenGL3_Init(shader_version)) return Error{ErrorCode::Unavailable, "WebGL2 does not start"};
  return std::unique_ptr<Window>(new CanvasWindow(window, context));
}

}  // namespace alongside::client
