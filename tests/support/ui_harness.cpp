#include "tests/support/ui_harness.hpp"

#include "app/ui/imgui_setup.hpp"

#include <doctest/doctest.h>
#include <imgui.h>

#include <fstream>
#include <iterator>
#include <utility>

namespace alongside::testing {
namespace {

ImGuiContext* make_context() {
  ImGuiContext* context = ImGui::CreateContext();
  ui::setup_imgui();
  ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
  return context;
}

// Says to ImGui what a renderer would: every texture is where it should be.
void accept_textures() {
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    if (texture->Status == ImTextureStatus_WantDestroy) {
      texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(ImTextureStatus_Destroyed);
    } else if (texture->Status != ImTextureStatus_OK) {
      texture->SetTexID(1);
      texture->SetStatus(ImTextureStatus_OK);
    }
  }
}

}  // namespace

UiHarness::UiHarness(float width, float height, float text_scale) : context_(make_context()), frame_(fonts_, words_) {
  input.width = width;
  input.height = height;
  input.text_scale = text_scale;
  frame_.log_to([this](std::string_view line) { log.emplace_back(line); });
  load_fonts();
}

UiHarness::~UiHarness() {
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    texture->SetTexID(ImTextureID_Invalid);
    texture->SetStatus(ImTextureStatus_Destroyed);
  }
  ImGui::DestroyContext(context_);
}

std::vector<std::uint8_t> font_file(ui::FontFace face) {
  constexpr const char* names[] = {"regular", "bold", "icons"};
  std::ifstream file(std::string(ALONGSIDE_FONTS) + "/" + names[static_cast<int>(face)] + ".ttf", std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

// The real fonts when the build has made them; ImGui's own otherwise.
void UiHarness::load_fonts() {
  for (const ui::FontFace face : {ui::FontFace::Regular, ui::FontFace::Bold, ui::FontFace::Icons}) {
    const std::vector<std::uint8_t> bytes = font_file(face);
    if (!bytes.empty()) CHECK(fonts_.load(face, bytes).ok());
  }
}

void UiHarness::start_imgui_frame() {
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {input.width, input.height};
  io.DisplayFramebufferScale = {input.dpr, input.dpr};
  io.DeltaTime = 1.0f / 60;
  ImGui::NewFrame();
}

void UiHarness::finish_imgui_frame() {
  ImGui::Render();
  accept_textures();
}

// What mirror.js does with a patch: it builds the page, moves focus and says so.
void UiHarness::play_the_page() {
  CHECK_MESSAGE(page_model_.apply(frame_.patch()), "the patch cannot be applied");
  const std::string difference = page_model_.difference(frame_.tree());
  CHECK_MESSAGE(difference.empty(), difference);
  for (const ui::NodeId id : page_model_.focus) {
    if (frame_.focused() != 0) frame_.push({frame_.focused(), ui::ActionKind::FocusOut});
    frame_.push({id, ui::ActionKind::FocusIn, "1"});
  }
  announced.insert(announced.end(), page_model_.announcements.begin(), page_model_.announcements.end());
  for (std::string& href : frame_.take_navigations()) navigations_.push_back(std::move(href));
}

void UiHarness::frame(Page page) {
  page_ = std::move(page);
  frame();
}

void UiHarness::frame() {
  start_imgui_frame();
  frame_.begin(input);
  ui::Ui ui(frame_);
  page_(ui);
  frame_.end();
  finish_imgui_frame();
  play_the_page();
  ++drawn_;
}

void UiHarness::settle() {
  for (int i = 0; i < 20; ++i) {
    frame();
    if (!frame_.wants_another()) return;
  }
  FAIL_CHECK("the page never comes to rest");
}

const ui::Node& UiHarness::find(ui::Role role, std::string_view name) const {
  static const ui::Node none;
  for (const ui::Node& node : tree().nodes()) {
    if (node.role == role && node.name == name) return node;
  }
  FAIL_CHECK("no node of role " << static_cast<int>(role) << " named '" << std::string(name) << "'");
  return none;
}

bool UiHarness::has(ui::Role role, std::string_view name) const {
  for (const ui::Node& node : tree().nodes()) {
    if (node.role == role && node.name == name) return true;
  }
  return false;
}

std::size_t UiHarness::count(ui::Role role) const { return names(role).size(); }

std::vector<std::string> UiHarness::names(ui::Role role) const {
  std::vector<std::string> result;
  for (const ui::Node& node : tree().nodes()) {
    if (node.role == role) result.push_back(node.name);
  }
  return result;
}

void UiHarness::activate(const ui::Node& node) {
  frame_.push({node.id, ui::ActionKind::Activate});
  settle();
}

void UiHarness::toggle(const ui::Node& node) {
  frame_.push({node.id, ui::ActionKind::Toggle});
  settle();
}

void UiHarness::type(const ui::Node& node, std::string_view text) {
  frame_.push({node.id, ui::ActionKind::SetValue, std::string(text)});
  settle();
}

void UiHarness::choose(const ui::Node& select, std::string_view value) { type(select, value); }

void UiHarness::mouse_to(float x, float y) { ImGui::GetIO().AddMousePosEvent(x, y); }
void UiHarness::mouse_button(bool down) { ImGui::GetIO().AddMouseButtonEvent(0, down); }

void UiHarness::click(const ui::Node& node) {
  const ui::Rect place = tree().page_rect(node.id);
  mouse_to(place.x + place.width / 2, place.y + place.height / 2 - input.scroll_y);
  frame();
  mouse_button(true);
  frame();
  mouse_button(false);
  settle();
}

void UiHarness::dismiss() {
  frame_.push({0, ui::ActionKind::Dismiss});
  settle();
}

std::vector<std::string> UiHarness::take_navigations() { return std::exchange(navigations_, {}); }

}  // namespace alongside::testing
