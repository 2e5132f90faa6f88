// Definition: the questions of one survey, frozen when it is published. Made by the API from a
// council's SurveyJS file; sent to the browser; answers are tied to its survey, version and hash.
#pragma once

#include "app/wire/messages/council.hpp"
#include "app/wire/schema.hpp"
#include "plugins/feedback/model/edition.hpp"
#include "plugins/feedback/model/form.hpp"
#include "plugins/feedback/model/form_choice_set.hpp"
#include "plugins/feedback/model/form_template.hpp"
#include "plugins/feedback/model/survey.hpp"
#include "plugins/feedback/model/value.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace alongside::feedback {

enum class QuestionType : std::uint8_t { Radiogroup, Checkbox, Rating, Comment, Boolean };
constexpr bool is_known(QuestionType type) { return type <= QuestionType::Boolean; }
constexpr std::string_view name_of(QuestionType type) {
  constexpr std::string_view names[] = {"radiogroup", "checkbox", "rating", "comment", "boolean"};
  return names[static_cast<unsigned>(type)];
}

struct AnswerChoice {
  Value value;
  wire::Bilingual text;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(value), CEREAL_NVP(text), tail);
  }
};

struct Question {
  std::string name;
  QuestionType type = QuestionType::Comment;
  wire::Bilingual title;
  wire::Bilingual description;
  std::vector<AnswerChoice> choices;  // of radiogroup, checkbox, rating; of boolean: yes, then no
  bool is_required = false;
  std::string visible_if;  // empty: always
  RatingLook look = RatingLook::Numbers;
  wire::Bilingual lowest;  // what the least and the most of a rating mean
  wire::Bilingual highest;
  std::uint32_t most_letters = 0;  // of a comment; 0: as many as we take
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(name), CEREAL_NVP(type), CEREAL_NVP(title), CEREAL_NVP(description), CEREAL_NVP(choices),
            CEREAL_NVP(is_required), CEREAL_NVP(visible_if), CEREAL_NVP(look), CEREAL_NVP(lowest), CEREAL_NVP(highest),
            CEREAL_NVP(most_letters), tail);
  }
};

struct SurveyPage {
  std::string name;
  wire::Bilingual title;
  std::string visible_if;
  std::vector<Question> questions;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(name), CEREAL_NVP(title), CEREAL_NVP(visible_if), CEREAL_NVP(questions), tail);
  }
};

struct Definition {
  static constexpr wire::SchemaId schema{306, 1};
  static constexpr std::size_t most_questions = 500;
  static constexpr std::size_t most_choices = 200;
  static constexpr std::size_t most_letters = 4000;  // of one comment
  static constexpr std::size_t most_name_bytes = 100;

  SurveyId survey;
  wire::Bilingual title;
  HowOften how_often = HowOften::AsTheyLike;
  About about = About::Anything;
  std::vector<SurveyPage> pages;  // of a survey that needs no more than these, which every app can ask
  Form form;                      // of any other
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(survey), CEREAL_NVP(title), CEREAL_NVP(how_often), CEREAL_NVP(about), CEREAL_NVP(pages),
            wire::appended(CEREAL_NVP(form)), tail);
  }
};

// GET /api/feedback/definitions/{survey}: the edition that is answered now.
struct PublishedSurvey {
  static constexpr wire::SchemaId schema{300, 1};
  Edition edition;
  Definition definition;
  bool is_anonymous = true;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(edition), CEREAL_NVP(definition), CEREAL_NVP(is_anonymous), tail);
  }
};

}  // namespace alongside::feedback
