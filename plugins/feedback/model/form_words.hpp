// FormWords: what a council wrote in a survey, in English and Welsh, and in easy read where it wrote that too.
// FormFace: how one question looks to whoever answers it. Read by the answering screens; the engine needs neither.
#pragma once

#include "app/wire/types.hpp"
#include "plugins/feedback/model/value.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace alongside::feedback {

struct FormWords {
  std::string en;
  std::string cy;
  std::string easy;     // the locale "easy" of a text
  std::string easy_cy;  // the locale "easy-cy"
  bool operator==(const FormWords&) const = default;
  bool is_empty() const { return en.empty() && cy.empty(); }

  using NeverGrows = void;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(en), CEREAL_NVP(cy), CEREAL_NVP(easy), CEREAL_NVP(easy_cy));
  }
};

// Something that can be chosen, a row of a table, or a box of a multiple text.
struct FormOption {
  Value value;
  FormWords words;
  std::string picture;  // the name of a picture that the app has; empty: words alone
  std::string input;    // of a box: SurveyJS's inputType
  bool is_required = false;

  using NeverGrows = void;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(value), CEREAL_NVP(words), CEREAL_NVP(picture), CEREAL_NVP(input), CEREAL_NVP(is_required));
  }
};

enum class RatingLook : std::uint8_t { Numbers, Faces, Stars };
constexpr bool is_known(RatingLook look) { return look <= RatingLook::Stars; }

struct FormFace {
  FormWords title;
  FormWords description;
  std::vector<FormOption> options;  // as the choice set's; of rating, boolean, ranking and matrix: its own
  std::vector<FormOption> rows;     // of matrix and matrixdropdown, and the boxes of multipletext
  FormWords other;                  // of "other", where somebody may write their own
  FormWords lowest;                 // what the least and the most of a rating or slider mean
  FormWords highest;
  FormWords add;  // of a table or a dynamic panel: what the button says
  std::string input;
  std::string picture;
  RatingLook look = RatingLook::Numbers;
  bool selects_all = false;
  double least = 0;  // of a slider
  double most = 0;
  double step = 1;
  std::uint32_t most_letters = 0;  // of words; 0: as many as we take
  std::uint32_t most_items = 0;    // rows, panels or choices; 0: as many as we take
  wire::Tail tail{};

  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(title), CEREAL_NVP(description), CEREAL_NVP(options), CEREAL_NVP(rows), CEREAL_NVP(other),
            CEREAL_NVP(lowest), CEREAL_NVP(highest), CEREAL_NVP(add), CEREAL_NVP(input), CEREAL_NVP(picture),
            CEREAL_NVP(look), CEREAL_NVP(selects_all), CEREAL_NVP(least), CEREAL_NVP(most), CEREAL_NVP(step),
            CEREAL_NVP(most_letters), CEREAL_NVP(most_items), tail);
  }
};

}  // namespace alongside::feedback
