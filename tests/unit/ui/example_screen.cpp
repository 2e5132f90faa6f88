#include "tests/unit/ui/example_screen.hpp"

namespace alongside::testing {

using namespace ui;

void ExampleScreen::head(Ui& ui) {
  {
    const Scope banner = ui.landmark("top", Role::Banner);
    const Scope row = ui.row("row");
    ui.link("home", "Alongside", "/", LinkLook::Standalone, Icon::Heart);
    ui.text("Northmere Council", TextLook::Soft);
  }
  const Scope navigation = ui.landmark("nav", Role::Navigation, "Main");
  const Scope list = ui.list("places", {}, ListLook::Navigation);
  for (const char* place : {"Home", "Find", "Money", "Have your say"}) {
    const Scope item = ui.list_item(place);
    ui.link("link", place, "/there", LinkLook::Navigation, Icon::Home,
            place == std::string_view("Find") ? Current::Yes : Current::No);
  }
}

void ExampleScreen::text(Ui& ui) {
  ui.link("back", "Back to the list", "/find", LinkLook::Back);
  ui.heading(1, "Find a short break");
  ui.text("Somebody to be with, somewhere to go. Words that are long enough to need more than one line on a phone.");
  ui.text(long_word, TextLook::Large);
  ui.text("312.40", TextLook::Figure);
  ui.text("By the river", TextLook::Soft, Icon::MapPin);
  {
    const Scope row = ui.row("badges");
    ui.badge(Tone::Good, Icon::Check, "Checked 12 days ago");
    ui.badge(Tone::Accent, Icon::None, "Quiet room " + long_word);
    const Scope welsh = ui.language_of(Language::Welsh);
    ui.text("Croeso");
  }
  ui.notice(Tone::Warn, Icon::Warning, "Checked a long time ago. Ring first.");
  ui.status("found", "14 places found");
  ui.image(Icon::Users, "A group of children");
  ui.progress("step", "Question 3 of 7", 3.0 / 7);
  ui.progress("load", "Getting the places", std::nullopt);
  const Scope list = ui.list("results", "Places", ListLook::Cards);
  for (std::uint64_t i = 0; i < 3; ++i) {
    const Scope item = ui.list_item(Key("place", i));
    const Scope card = ui.card("card", i == 0 ? CardLook::Band : CardLook::Card, "/service/" + std::to_string(i));
    ui.link("title", "Saturday Stars " + std::to_string(i), "/service/" + std::to_string(i), LinkLook::CardTitle);
    ui.text("2.1 miles from you");
    if (ui.button("save", "Save place " + std::to_string(i))) ++saved;
  }
}

void ExampleScreen::form(Ui& ui) {
  const Scope form = ui.form("form", "Search");
  ui.error_summary("wrong", "There is something to put right",
                   {{Key("wish"), "Say what you look for"}, {Key("day"), "Choose a day"}}, TakeFocus::No);
  {
    const Scope row = ui.row("search");
    ui.text_field("wish", {"What do you need?", "One or two words", "Say what you look for"}, wish,
                  {.type = InputType::Search});
    ui.button("go", "Search", ButtonLook::Primary, Icon::Search);
  }
  ui.text_field("story", {"Your story"}, story, {.lines = 4});
  ui.select("age", {"Age", "How old your child is"}, {{"5", "5 years"}, {"6", "6 years"}}, age);
  ui.radio_group("day", {"Which day?", "", "Choose a day"}, {{"sat", "Saturday", "mornings too"}, {"sun", "Sunday"}},
                 day);
  ui.checkbox("step_free", "Only places without steps", step_free);
  {
    const Scope row = ui.row("chips");
    ui.toggle("quiet", "Quiet", Pressed::Yes);
    ui.toggle("outdoor", "Outdoor", Pressed::No, Icon::Sun);
    ui.button("clear", "Clear " + long_word, ButtonLook::Chip, Icon::Cross);
  }
  if (ui.disclosure("more", "More choices", more ? Expanded::Yes : Expanded::No)) more = !more;
  if (more) ui.text("All the others");
}

void ExampleScreen::figures(Ui& ui) {
  {
    const Scope hue = ui.hue(Hue::Plum);
    const Scope table = ui.table("spends", "What you spent", {{"Where"}, {"When"}, {"Amount", Align::End, 0.6f}});
    for (std::uint64_t i = 0; i < 2; ++i) {
      const Scope row = ui.table_row(Key("spend", i));
      ui.cell(i == 0 ? "Saturday Stars" : long_word);
      ui.cell("12 November");
      ui.cell("£8.00");
    }
  }
  const Scope split = ui.split("halves", 0.4f);
  {
    const Scope pane = ui.pane("left");
    const Scope list = ui.list("bullets", {}, ListLook::Bullets);
    const Scope item = ui.list_item("one");
    ui.text("A quiet room");
  }
  const Scope pane = ui.pane("right");
  const Scope list = ui.description_list("facts");
  ui.description("where", Icon::MapPin, "Where", "The Old School, " + long_word);
  ui.description("cost", Icon::None, "Cost", "£8 a session");
}

void ExampleScreen::ask(Ui& ui) {
  if (ui.button("ask", "Delete my list", ButtonLook::Quiet)) asking = Open::Yes;
  if (const Scope dialog = ui.dialog("sure", "Delete your list?", asking)) {
    ui.text("It cannot be brought back.");
    const Scope row = ui.row("answers");
    if (ui.button("yes", "Delete it", ButtonLook::Primary)) asking = Open::No;
    if (ui.button("no", "Keep it")) asking = Open::No;
  }
}

void ExampleScreen::draw(Ui& ui) {
  head(ui);
  {
    const Scope main = ui.landmark("main", Role::Main);
    text(ui);
    form(ui);
    figures(ui);
    ask(ui);
  }
  const Scope foot = ui.landmark("foot", Role::ContentInfo);
  ui.text("Talk to a person: 01632 960123");
  ui.link("call", "Ring us", "tel:01632960123");
}

}  // namespace alongside::testing
