// show_pictures: a form with the symbols of a pack beside its questions and choices. Frozen editions stay as they are:
// this is done each time a form is sent, so that a new pack is seen at once.
#pragma once

#include <string_view>

namespace alongside::feedback {

class PicturePack;
struct Form;

inline constexpr std::string_view symbols_folder = "/api/feedback/symbols/";

// A choice has the symbol of "question.value" where the pack has one, else of its value, its words or its easy words;
// faces have "face.1" to "face.5". What has none keeps its words alone.
void show_pictures(Form& form, const PicturePack& pack);

}  // namespace alongside::feedback
