#include "tests/support/ui_harness.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace alongside::ui;
using alongside::testing::UiHarness;

TEST_CASE("a text field has its words, its limits and its box, and takes what is typed") {
  UiHarness harness(360, 800);
  std::string value = "NM4";
  int changes = 0;
  harness.frame([&](Ui& ui) {
    const TextFieldOptions options{.type = InputType::Text,
                                   .mode = InputMode::Text,
                                   .autocomplete = "postal-code",
                                   .max_length = 8,
                                   .lines = 1,
                                   .max_width = 160,
                                   .required = Required::Yes};
    if (ui.text_field("postcode", {"Postcode", "Like NM4 1AA", "Enter a postcode"}, value, options)) ++changes;
  });
  const Node& field = harness.find(Role::TextField, "Postcode");
  CHECK(field.description == "Like NM4 1AA");
  CHECK(field.error == "Enter a postcode");
  CHECK(field.value == "NM4");
  CHECK(field.autocomplete == "postal-code");
  CHECK(field.max_length == 8);
  CHECK(field.has(State::Required));
  CHECK(field.box.height >= 48);
  CHECK(field.box.y + field.box.height <= field.rect.height + 0.5f);
  harness.type(field, "NM1 2AB");
  CHECK(value == "NM1 2AB");
  CHECK(changes == 1);
  CHECK(harness.find(Role::TextField, "Postcode").value == "NM1 2AB");
}

TEST_CASE("what is typed is cut to its limit in UTF-16 units and cleaned") {
  UiHarness harness(360, 800);
  std::string value;
  harness.frame([&](Ui& ui) { ui.text_field("f", {"F"}, value, {.max_length = 4}); });
  const auto typed = [&](std::string_view text) {
    harness.type(harness.find(Role::TextField, "F"), text);
    return value;
  };
  CHECK(typed("abcdef") == "abcd");
  CHECK(typed("a\U0001F600\U0001F600") == "a\U0001F600");
  CHECK(typed("ŵŷâê!") == "ŵŷâê");
  CHECK(typed("a\nb\x01") == "ab");
  CHECK(typed("\xC3") == "\xEF\xBF\xBD");
  CHECK(typed("") == "");
}

TEST_CASE("typing the same value again is no change") {
  UiHarness harness(360, 800);
  std::string value = "same";
  int changes = 0;
  harness.frame([&](Ui& ui) {
    if (ui.text_field("f", {"F"}, value)) ++changes;
  });
  harness.type(harness.find(Role::TextField, "F"), "same");
  CHECK(changes == 0);
}

TEST_CASE("a checkbox switches once a toggle and says so") {
  UiHarness harness(360, 800);
  bool checked = false;
  int changes = 0;
  harness.frame([&](Ui& ui) {
    if (ui.checkbox("c", "Step free", checked)) ++changes;
  });
  CHECK_FALSE(harness.find(Role::Checkbox, "Step free").has(State::Checked));
  harness.toggle(harness.find(Role::Checkbox, "Step free"));
  CHECK(checked);
  CHECK(changes == 1);
  CHECK(harness.find(Role::Checkbox, "Step free").has(State::Checked));
  harness.click(harness.find(Role::Checkbox, "Step free"));
  CHECK_FALSE(checked);
}

TEST_CASE("one radio of a group is chosen, in the frame in which it was clicked") {
  UiHarness harness(360, 800);
  std::string value = "a";
  harness.frame([&](Ui& ui) {
    ui.radio_group("g", {"Day", "Pick one"}, {{"a", "Saturday"}, {"b", "Sunday", "mornings"}}, value);
  });
  const Node& group = harness.find(Role::RadioGroup, "Day");
  CHECK(group.description == "Pick one");
  CHECK(harness.find(Role::Radio, "Sunday").parent == group.id);
  CHECK(harness.find(Role::Radio, "Sunday").description == "mornings");
  harness.push({harness.find(Role::Radio, "Sunday").id, ActionKind::Toggle});
  harness.frame();
  CHECK(value == "b");
  CHECK(harness.find(Role::Radio, "Sunday").has(State::Checked));
  CHECK_FALSE(harness.find(Role::Radio, "Saturday").has(State::Checked));
}

TEST_CASE("a select takes only one of its own choices") {
  UiHarness harness(360, 800);
  std::string value = "5";
  int changes = 0;
  harness.frame([&](Ui& ui) {
    if (ui.select("age", {"Age"}, {{"5", "Five"}, {"6", "Six"}}, value)) ++changes;
  });
  CHECK(harness.find(Role::Select, "Age").options.size() == 2);
  harness.choose(harness.find(Role::Select, "Age"), "99");
  CHECK(value == "5");
  CHECK(changes == 0);
  harness.choose(harness.find(Role::Select, "Age"), "6");
  CHECK(value == "6");
  CHECK(changes == 1);
  CHECK(harness.find(Role::Select, "Age").value == "6");
}

TEST_CASE("the error summary is read first, lists what is wrong and leads to each field") {
  UiHarness harness(360, 800);
  std::string name, town;
  bool sent = true;
  harness.frame([&](Ui& ui) {
    const Scope form = ui.form("form", "About you");
    ui.error_summary("wrong", "There is a problem", {{Key("name"), "Enter your name"}, {Key("town"), "Enter a town"}},
                     sent ? TakeFocus::Yes : TakeFocus::No);
    sent = false;
    ui.text_field("name", {"Name", "", "Enter your name"}, name);
    const Scope row = ui.row("row");
    ui.text_field("town", {"Town", "", "Enter a town"}, town);
  });
  REQUIRE(harness.count(Role::ErrorSummary) == 1);
  CHECK(harness.tree().find(harness.focused())->role == Role::ErrorSummary);
  CHECK(harness.find(Role::Heading, "There is a problem").level == 2);
  harness.activate(harness.find(Role::Link, "Enter a town"));
  CHECK(harness.focused() == harness.find(Role::TextField, "Town").id);
  harness.click(harness.find(Role::Link, "Enter your name"));
  CHECK(harness.focused() == harness.find(Role::TextField, "Name").id);
  CHECK(harness.take_navigations().empty());
}

TEST_CASE("an action for a node that is gone is dropped after two frames and logged") {
  UiHarness harness(360, 800);
  harness.frame([](Ui& ui) { ui.text("x"); });
  harness.push({12345, ActionKind::Activate});
  harness.frame();
  CHECK(harness.frame_object().wants_another());
  harness.frame();
  CHECK_FALSE(harness.frame_object().wants_another());
  CHECK(harness.log.size() == 1);
}

TEST_CASE("a file field gives what was chosen once, with its name, and its box lies where the button is painted") {
  UiHarness harness(360, 800);
  std::vector<PickedFile> picked;
  harness.frame([&](Ui& ui) {
    if (const auto one = ui.file_field("f", {"Receipt", "A photo", "Not a photo"}, "Choose")) picked.push_back(*one);
  });
  const Node& field = harness.find(Role::FileField, "Receipt");
  CHECK(field.description == "A photo");
  CHECK(field.error == "Not a photo");
  CHECK(field.value == "Choose");
  CHECK(field.box.height >= 48);
  CHECK(field.box.y + field.box.height <= field.rect.height + 0.5f);
  harness.push({field.id, ActionKind::SetValue, "file-1\nIMG 1.jpg"});
  harness.settle();
  REQUIRE(picked.size() == 1);
  CHECK(picked[0].token == "file-1");
  CHECK(picked[0].name == "IMG 1.jpg");
  harness.push({harness.find(Role::FileField, "Receipt").id, ActionKind::SetValue, ""});
  harness.settle();
  CHECK(picked.back().name == "");
}
