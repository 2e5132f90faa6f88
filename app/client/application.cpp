#include "app/client/application.hpp"

#include "app/client/imgui_context.hpp"
#include "app/ui/painted.hpp"

#include <string>
#include <utility>

namespace alongside::client {
namespace {

ui::ThemeName theme_of(Appearance appearance) {
  switch (appearance) {
    case Appearance::Light: return ui::ThemeName::Light;
    case Appearance::Dark: return ui::ThemeName::Dark;
    case Appearance::Contrast: return ui::ThemeName::Contrast;
  }
  return ui::ThemeName::Light;
}

}  // namespace

Application::Application(Platform& platform, const Clock& clock, ui::WordTable shell_words)
    : platform_(platform),
      shell_(platform, clock, shell_words),
      frame_(fonts_, shell_.words()),
      window_(open_blind_window()) {
  frame_.log_to([this](std::string_view line) { platform_.log(line); });
}

Application::~Application() = default;

void Application::environment(std::string_view lines) { shell_.environment_changed(lines); }

void Application::font(ui::FontFace face, std::span<const std::uint8_t> ttf) {
  const Result<void> loaded = fonts_.load(face, ttf);
  if (!loaded.ok()) platform_.log("font: " + loaded.error().detail);
}

void Application::catalog(std::string_view lines) {
  const Result<void> read = shell_.catalog(lines);
  if (!read.ok()) platform_.log("catalog: " + read.error().detail);
}

void Application::easy_words(std::string_view table) {
  const Result<void> taken = shell_.take_words(std::string(table));
  if (!taken.ok()) platform_.log("words: " + taken.error().detail);
}

void Application::start(std::string_view address) { shell_.start(address); }

void Application::context_restored() {
  const Result<void> restored = window_->context_restored();
  if (!restored.ok()) platform_.log("window: " + restored.error().detail);
}

// The canvas is opened the first time the person has the drawn page, which may be never.
void Application::choose_window() {
  if (painting_ == Painting::Canvas || shell_.environment().view == View::Plain) return;
  Result<std::unique_ptr<Window>> canvas = open_canvas_window();
  if (!canvas.ok()) {
    platform_.log("window: " + canvas.error().detail);
    platform_.setting("view", "plain");
    return;
  }
  window_ = std::move(canvas).value();
  painting_ = Painting::Canvas;
}

ui::FrameInput Application::input(const Viewport& viewport) const {
  const Environment& environment = shell_.environment();
  ui::FrameInput input;
  input.width = viewport.size.width;
  input.height = viewport.size.height;
  input.dpr = viewport.size.dpr;
  input.scroll_y = viewport.scroll_y;
  input.text_scale = environment.text_scale;
  input.spacing = environment.spacing;
  input.theme = theme_of(environment.appearance);
  input.motion = environment.motion == Motion::Still ? ui::Motion::Still : ui::Motion::Gentle;
  input.now_ms = viewport.now_ms;
  input.pictures = platform_.pictures();
  input.view = environment.view == View::Plain ? ui::View::Plain : ui::View::Canvas;
  return input;
}

bool Application::frame(const Viewport& viewport) {
  choose_window();
  if (viewport.repaint == Repaint::Yes) window_->shown_again();
  window_->begin_frame(viewport.size);
  imgui_new_frame();
  shell_.follow_moves();
  pass_on_requests();
  frame_.begin(input(viewport));
  ui::Ui ui(frame_);
  shell_.draw(ui);
  focus_what_came();
  frame_.end();
  const std::span<const std::uint8_t> patch = frame_.patch();
  if (!patch.empty()) platform_.patch(patch);
  imgui_render();
  if (shell_.environment().view == View::Canvas || painting_ == Painting::Blind) {
    window_->paint(ui::theme(theme_of(shell_.environment().appearance)).paper);
  }
  const bool another = frame_.wants_another();
  follow_navigations();
  return another;
}

// The heading that said what is being fetched goes, and its focus to the page's own: unless the person went on.
void Application::focus_what_came() {
  if (!shell_.take_page_came()) return;
  const ui::Node* const on = frame_.tree().find(frame_.focused());
  if (on == nullptr || on->role == ui::Role::Main) frame_.focus_main();
}

const char* Application::painted() {
  painted_ = ui::painted_lines(frame_);
  return painted_.c_str();
}

void Application::follow_navigations() {
  for (const std::string& href : frame_.take_navigations()) {
    const bool saved = href.starts_with("/api/");  // a file, and no page
    if (href.starts_with('/') && !href.starts_with("//") && !saved) {
      shell_.go(href, History::Push);
    } else {
      platform_.leave(href);
    }
  }
}

// A new page starts at its top with focus on its heading, as a browser would do with a real one.
void Application::pass_on_requests() {
  if (shell_.take_page_changed()) {
    frame_.scroll_to(0);
    frame_.focus_main();
  }
  const std::string sentence = shell_.take_announcement();
  if (!sentence.empty()) frame_.announce(sentence);
}

}  // namespace alongside::client
