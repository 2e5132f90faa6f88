// A frame that looks like the last is not painted again; anything that a person could see is.
#include "app/client/window_shown_frame.hpp"

#include <doctest/doctest.h>
#include <imgui.h>

#include <functional>

using namespace alongside;
using client::ShownFrame;

namespace {

constexpr ui::Color paper{255, 255, 255, 255};

// A context of its own, whose textures are called fine unless a test says otherwise.
class Painter {
 public:
  Painter() : before_(ImGui::GetCurrentContext()), context_(ImGui::CreateContext()) {
    ImGui::SetCurrentContext(context_);
    ImGuiIO& io = ImGui::GetIO();
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    io.IniFilename = nullptr;
    io.DisplaySize = {360, 640};
    io.DeltaTime = 1.0f / 60.0f;
  }
  ~Painter() {
    call_fine();
    ImGui::DestroyContext(context_);
    ImGui::SetCurrentContext(before_);
  }

  const ImDrawData& draw(const std::function<void(ImDrawList&)>& what) {
    ImGui::NewFrame();
    what(*ImGui::GetForegroundDrawList());
    ImGui::Render();
    return *ImGui::GetDrawData();
  }

  static void call_fine() {
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
      if (texture->Status == ImTextureStatus_Destroyed) continue;
      texture->SetTexID(1);
      texture->SetStatus(ImTextureStatus_OK);
    }
  }

 private:
  ImGuiContext* before_;
  ImGuiContext* context_;
};

const auto box = [](ImDrawList& list) { list.AddRectFilled({10, 10}, {90, 40}, IM_COL32(20, 60, 90, 255)); };

}  // namespace

TEST_CASE("the first frame is painted, the same again is not") {
  Painter painter;
  ShownFrame shown;
  painter.draw(box);
  Painter::call_fine();
  CHECK(shown.differs(painter.draw(box), paper));
  CHECK_FALSE(shown.differs(painter.draw(box), paper));
  CHECK_FALSE(shown.differs(painter.draw(box), paper));
}

TEST_CASE("whatever changes that can be seen is painted") {
  Painter painter;
  ShownFrame shown;
  painter.draw(box);
  Painter::call_fine();
  shown.differs(painter.draw(box), paper);
  SUBCASE("a place, by a hundredth of a pixel") {
    CHECK(shown.differs(
        painter.draw([](ImDrawList& list) { list.AddRectFilled({10.01f, 10}, {90, 40}, IM_COL32(20, 60, 90, 255)); }),
        paper));
  }
  SUBCASE("a colour, by one step") {
    CHECK(shown.differs(
        painter.draw([](ImDrawList& list) { list.AddRectFilled({10, 10}, {90, 40}, IM_COL32(20, 60, 91, 255)); }),
        paper));
  }
  SUBCASE("where it is cut off") {
    CHECK(shown.differs(painter.draw([](ImDrawList& list) {
      list.PushClipRect({0, 0}, {50, 50});
      box(list);
      list.PopClipRect();
    }),
                        paper));
  }
  SUBCASE("something more, and something less") {
    CHECK(shown.differs(painter.draw([](ImDrawList& list) {
      box(list);
      box(list);
    }),
                        paper));
    CHECK(shown.differs(painter.draw(box), paper));
    CHECK(shown.differs(painter.draw([](ImDrawList&) {}), paper));
  }
  SUBCASE("the paper beneath") { CHECK(shown.differs(painter.draw(box), ui::Color{255, 255, 254, 255})); }
  SUBCASE("the size of the window, and of its pixels") {
    ImGui::GetIO().DisplaySize.x = 361;
    CHECK(shown.differs(painter.draw(box), paper));
    ImGui::GetIO().DisplayFramebufferScale = {2, 2};
    CHECK(shown.differs(painter.draw(box), paper));
  }
  SUBCASE("a canvas that was emptied") {
    shown.forget();
    CHECK(shown.differs(painter.draw(box), paper));
  }
}

TEST_CASE("while a texture waits to be uploaded every frame is painted") {
  Painter painter;
  ShownFrame shown;
  painter.draw(box);
  Painter::call_fine();
  CHECK(shown.differs(painter.draw(box), paper));
  ImGui::GetPlatformIO().Textures[0]->SetStatus(ImTextureStatus_WantUpdates);
  CHECK(shown.differs(painter.draw(box), paper));
  CHECK(shown.differs(painter.draw(box), paper));
  Painter::call_fine();
  CHECK(shown.differs(painter.draw(box), paper));
  CHECK_FALSE(shown.differs(painter.draw(box), paper));
}
