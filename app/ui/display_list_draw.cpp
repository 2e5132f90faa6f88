#include "app/ui/display_list.hpp"
#include "app/ui/pictures.hpp"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>

namespace alongside::ui {
namespace {

ImU32 packed(Color color, std::uint8_t opacity) {
  return IM_COL32(color.red, color.green, color.blue, color.alpha * opacity / 255);
}

ImU32 packed(const Command& command) { return packed(command.color, command.opacity); }

struct Pen {
  ImDrawList& draw;
  const Fonts& fonts;

  void box(const Command& command, ImVec2 low, ImVec2 high, ImDrawFlags corners) const {
    const float radius = std::min({command.radius, (high.x - low.x) / 2, (high.y - low.y) / 2});
    draw.AddRectFilled(low, high, packed(command), radius, corners);
  }

  // ImGui has no shadows: a few growing, fainter boxes make a soft one.
  void shadow(const Command& command, ImVec2 low, ImVec2 high) const {
    constexpr int layers = 5;
    for (int i = 1; i <= layers; ++i) {
      const float grow = static_cast<float>(i) * 1.6f;
      const Color faint = with_alpha(command.color, static_cast<std::uint8_t>(command.color.alpha / (i + 1)));
      draw.AddRectFilled({low.x - grow, low.y - grow + 2}, {high.x + grow, high.y + grow + 3},
                         packed(faint, command.opacity), command.radius + grow);
    }
  }

  void letters(const Command& command, std::string_view text, ImVec2 low) const {
    const float size = fonts.imgui_size(command.face, command.size);
    const float down = (command.rect.height - size) / 2;
    if (command.letter_spacing != 0 || command.word_spacing != 0) {
      spaced_letters(command, text, {low.x, low.y + down}, size);
      return;
    }
    draw.AddText(fonts.font(command.face), size, {low.x, low.y + down}, packed(command), text.data(),
                 text.data() + text.size());
  }

  // ImGui has no spacing: each letter goes where wrap_text counted it.
  void spaced_letters(const Command& command, std::string_view text, ImVec2 at, float size) const {
    ImFont* font = fonts.font(command.face);
    ImFontBaked* baked = font->GetFontBaked(size);
    const char* const end = text.data() + text.size();
    for (const char* letter = text.data(); letter < end;) {
      unsigned int code = 0;
      const char* next = letter + std::max(1, ImTextCharFromUtf8(&code, letter, end));
      if (code != ' ') draw.AddText(font, size, at, packed(command), letter, next);
      at.x += baked->GetCharAdvance(static_cast<ImWchar>(code)) + command.letter_spacing +
              (code == ' ' ? command.word_spacing : 0);
      letter = next;
    }
  }

  void pointed(const Command& command, std::span<const FigurePoint> points, ImVec2 low) const {
    ImVector<ImVec2> placed;
    float turn = 0;  // twice the area; above 0 clockwise, as ImGui wants what it fills
    for (const FigurePoint& point : points) {
      const FigurePoint& last = &point == &points.front() ? points.back() : (&point)[-1];
      turn += last.x * point.y - point.x * last.y;
      placed.push_back({low.x + point.x, low.y + point.y});
    }
    if (command.kind == Command::Kind::Path)
      return draw.AddPolyline(placed.Data, placed.Size, packed(command), ImDrawFlags_None, command.size);
    if (turn < 0) std::reverse(placed.begin(), placed.end());
    draw.AddConcavePolyFilled(placed.Data, placed.Size, packed(command));
  }

  // With a veil the ground of its colour is below it too: a picture that lets something through shows nothing else.
  void picture(const Command& command, std::uint64_t texture, ImVec2 low, ImVec2 high) const {
    const bool is_veiled = command.color.alpha != 0;
    if (is_veiled) draw.AddRectFilled(low, high, packed(with_alpha(command.color, 255), command.opacity));
    draw.AddImage(ImTextureRef(static_cast<ImTextureID>(texture)), low, high, {0, 0}, {1, 1},
                  IM_COL32(255, 255, 255, command.opacity));
    if (is_veiled) draw.AddRectFilled(low, high, packed(command));
  }

  void icon(const Command& command, ImVec2 low) const {
    if (!fonts.has(FontFace::Icons)) return;
    char utf8[5] = {};
    ImTextCharToUtf8(utf8, command.icon);
    const float size = fonts.imgui_size(FontFace::Icons, command.size);
    const float width = fonts.width(FontFace::Icons, command.size, utf8);
    const ImVec2 at{low.x + (command.rect.width - width) / 2, low.y + (command.rect.height - size) / 2};
    draw.AddText(fonts.font(FontFace::Icons), size, at, packed(command), utf8);
  }
};

}  // namespace

void DisplayList::draw(const DrawTarget& target) const {
  const Pen pen{*target.draw, *target.fonts};
  constexpr float margin = 16;  // shadows and rings reach a little outside their box
  for (const Command& command : commands_) {
    const ImVec2 low{command.rect.x, command.rect.y - target.scroll_y};
    const ImVec2 high{low.x + command.rect.width, low.y + command.rect.height};
    if (high.y < -margin || low.y > target.height + margin) continue;
    switch (command.kind) {
      case Command::Kind::Nothing: break;
      case Command::Kind::Fill: pen.box(command, low, high, ImDrawFlags_RoundCornersAll); break;
      case Command::Kind::FillTop: pen.box(command, low, high, ImDrawFlags_RoundCornersTop); break;
      case Command::Kind::FillBottom: pen.box(command, low, high, ImDrawFlags_RoundCornersBottom); break;
      case Command::Kind::Line: target.draw->AddRectFilled(low, high, packed(command)); break;
      case Command::Kind::Stroke: {
        // The stroke lies wholly inside the box.
        const float half = command.size / 2;
        target.draw->AddRect({low.x + half, low.y + half}, {high.x - half, high.y - half}, packed(command),
                             std::max(0.0f, command.radius - half), ImDrawFlags_None, command.size);
        break;
      }
      case Command::Kind::Shadow: pen.shadow(command, low, high); break;
      case Command::Kind::Dot:
        target.draw->AddCircleFilled({(low.x + high.x) / 2, (low.y + high.y) / 2},
                                     std::min(command.rect.width, command.rect.height) / 2, packed(command));
        break;
      case Command::Kind::Text: pen.letters(command, text_of(command), low); break;
      case Command::Kind::Icon: pen.icon(command, low); break;
      case Command::Kind::Picture:
        if (target.pictures == nullptr) break;
        if (const std::uint64_t texture = target.pictures->texture(text_of(command)))
          pen.picture(command, texture, low, high);
        break;
      case Command::Kind::Path:
      case Command::Kind::Shape:
        pen.pointed(command, std::span(points_).subspan(command.text, command.length), low);
        break;
      case Command::Kind::Clip: target.draw->PushClipRect(low, high, true); break;
      case Command::Kind::Unclip: target.draw->PopClipRect(); break;
    }
  }
}

}  // namespace alongside::ui
