#include "app/ui/scope.hpp"

#include "app/ui/frame_parts.hpp"
#include "app/ui/key_hash.hpp"
#include "app/ui/ui.hpp"

namespace alongside::ui {

Scope::~Scope() {
  if (frame_ != nullptr) frame_->parts().close();
}

std::string Ui::tr(TextKey key, WordArguments arguments) const { return frame_.parts().words.get(key, arguments); }

std::string Ui::plural(TextKey key, std::int64_t count, WordArguments arguments) const {
  return frame_.parts().words.plural(key, count, arguments);
}

Language Ui::language() const { return frame_.parts().words.language(); }

Scope Ui::language_of(Language language) {
  frame_.parts().open_quiet(Scope::Kind::Language).language = language;
  return {frame_, Scope::Kind::Language};
}

Scope Ui::hue(Hue hue) {
  frame_.parts().open_quiet(Scope::Kind::Hue).hue = hue;
  return {frame_, Scope::Kind::Hue};
}

Scope Ui::owned_by(std::uint32_t plugin_number) {
  frame_.parts().open_quiet(Scope::Kind::Owner).plugin = plugin_number;
  return {frame_, Scope::Kind::Owner};
}

float Ui::width() const { return frame_.parts().layout.width(); }
float Ui::window_height() const { return frame_.parts().input.height; }

void Ui::focus(Key key) {
  FrameParts& parts = frame_.parts();
  NodeId around = 0;
  for (auto scope = parts.scopes.rbegin(); scope != parts.scopes.rend() && around == 0; ++scope) {
    if (scope->node != no_node) around = parts.node_of(*scope).id;
  }
  parts.focus.want_keyed(parts.scope().path, around, key_hash(fnv_start, key));
}

}  // namespace alongside::ui
