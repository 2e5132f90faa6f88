// TextBuilder: collects words into the blocks of a RichText: spans into lines, lines into
// paragraphs, headings and lists. Used while HTML or plain text is read.
#pragma once

#include "plugins/local_offer/model/rich_text.hpp"

#include <string>
#include <string_view>

namespace alongside::local_offer {

class TextBuilder {
 public:
  void add(std::string_view words, SpanKind kind, std::string_view href = {});  // runs of white space become one
  void end_line();  // what is collected becomes a paragraph, a heading or a list item
  void begin_heading();
  void end_heading();
  void begin_list(BlockKind kind);  // a list inside a list goes on with the outer one
  void end_list();
  bool in_list() const { return list_depth_ > 0; }
  RichText take();

 private:
  Line line_;
  RichText rich_;
  int list_depth_ = 0;
  bool is_list_open_ = false;  // the last block is the list that items go to
  BlockKind list_kind_ = BlockKind::BulletList;
  bool in_heading_ = false;
  bool wants_space_ = false;
};

}  // namespace alongside::local_offer
