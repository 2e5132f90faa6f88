// Scope: an open part of the screen, closed when it goes out of scope. Returned by Ui's structure
// calls; falsy only when there is nothing to fill in (a closed dialog).
#pragma once

#include <utility>

namespace alongside::ui {

class Frame;

class [[nodiscard]] Scope {
 public:
  enum class Kind : unsigned char { Closed, Node, Row, Split, Pane, Language, Hue, Dialog, Table, TableRow, Owner };

  Scope() = default;
  Scope(Frame& frame, Kind kind) : frame_(&frame), kind_(kind) {}
  Scope(Scope&& other) noexcept : frame_(std::exchange(other.frame_, nullptr)), kind_(other.kind_) {}
  Scope& operator=(Scope&&) = delete;
  ~Scope();

  explicit operator bool() const { return frame_ != nullptr; }

 private:
  Frame* frame_ = nullptr;
  Kind kind_ = Kind::Closed;
};

}  // namespace alongside::ui
