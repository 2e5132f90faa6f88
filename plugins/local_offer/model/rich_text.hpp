// RichText: a description that is safe by its shape. Providers' HTML is turned into blocks and
// spans when it is imported; nothing after that ever sees a tag. Drawn by pages/rich_text_ui and
// written as plain HTML by the API.
#pragma once

#include "app/wire/types.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::local_offer {

enum class SpanKind : std::uint8_t { Plain, Strong, Emphasis, Link };
constexpr bool is_known(SpanKind kind) { return kind <= SpanKind::Link; }
constexpr std::string_view name_of(SpanKind kind) {
  constexpr std::string_view names[] = {"plain", "strong", "emphasis", "link"};
  return names[static_cast<unsigned>(kind)];
}

enum class BlockKind : std::uint8_t { Paragraph, Heading, BulletList, NumberedList };
constexpr bool is_known(BlockKind kind) { return kind <= BlockKind::NumberedList; }
constexpr std::string_view name_of(BlockKind kind) {
  constexpr std::string_view names[] = {"paragraph", "heading", "bullet list", "numbered list"};
  return names[static_cast<unsigned>(kind)];
}

struct Span {
  SpanKind kind = SpanKind::Plain;
  std::string text;
  std::string href;  // links only: http, https, mailto or tel
  bool operator==(const Span&) const = default;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(kind), CEREAL_NVP(text), CEREAL_NVP(href));
  }
};

// One paragraph's worth of words: a paragraph and a heading have one, a list one an item.
struct Line {
  std::vector<Span> spans;
  bool operator==(const Line&) const = default;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(spans));
  }
};

struct Block {
  BlockKind kind = BlockKind::Paragraph;
  std::vector<Line> lines;
  bool operator==(const Block&) const = default;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(kind), CEREAL_NVP(lines));
  }
};

struct RichText {
  std::vector<Block> blocks;
  bool empty() const { return blocks.empty(); }
  bool operator==(const RichText&) const = default;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(blocks));
  }
};

std::string plain_text(const Line& line);
std::string plain_text(const RichText& text);  // blocks and items on lines of their own
bool is_safe_href(std::string_view href);      // http, https, mailto, tel and nothing else

}  // namespace alongside::local_offer
