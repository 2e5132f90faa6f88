#include "plugins/direct_payments/model/statement/row_notes.hpp"

#include <algorithm>
#include <utility>

namespace alongside::direct_payments {

void RowNotes::say(RowNote note) {
  unsay(note.line);
  if (notes.size() >= most_notes) notes.erase(notes.begin());
  notes.push_back(std::move(note));
}

void RowNotes::unsay(std::string_view line) {
  std::erase_if(notes, [line](const RowNote& note) { return note.line == line; });
}

const RowNote* RowNotes::find(std::string_view line) const {
  const auto found =
      std::find_if(notes.begin(), notes.end(), [line](const RowNote& note) { return note.line == line; });
  return found == notes.end() ? nullptr : &*found;
}

}  // namespace alongside::direct_payments
