// How the parts of a form look in a frame: expressions and patterns as they were read when the survey was published, so
// that a device needs no grammar; what cannot be run makes the frame a bad one. Used by the form's headers.
#pragma once

#include "app/wire/types.hpp"
#include "plugins/feedback/model/expression.hpp"
#include "plugins/feedback/model/pattern.hpp"

#include <memory>
#include <optional>
#include <utility>

namespace alongside::feedback {

template <class Writer>
void save(Writer& writer, const Expression& expression) {
  writer(expression.nodes);
}
void load(wire::FrameReader& reader, Expression& expression);

template <class Writer, class T>
void save(Writer& writer, const std::shared_ptr<const T>& pointer) {
  writer(pointer ? std::optional<T>(*pointer) : std::optional<T>());
}
template <class T>
void load(wire::FrameReader& reader, std::shared_ptr<const T>& pointer) {
  pointer = nullptr;
  if (!reader.flag()) return;
  reader.take_memory(sizeof(T) + wire::allocation_bytes);
  auto made = std::make_shared<T>();
  reader(*made);
  pointer = std::move(made);
}

}  // namespace alongside::feedback
