#include "tests/support/ui_harness.hpp"

#include <doctest/doctest.h>

using namespace alongside::ui;
using alongside::testing::UiHarness;

TEST_CASE("headings, text, badges and images are there with role, name and level") {
  UiHarness harness(360, 800);
  harness.frame([](Ui& ui) {
    ui.heading(2, "When");
    ui.text("Saturdays", TextLook::Soft);
    ui.badge(Tone::Good, Icon::Check, "Checked");
    ui.image(Icon::Users, "Children");
    ui.status("s", "");
    ui.progress("p", "Loading", 0.25);
    ui.progress("q", "Waiting", std::nullopt);
  });
  CHECK(harness.find(Role::Heading, "When").level == 2);
  CHECK(harness.find(Role::Paragraph, "Saturdays").look == "soft");
  CHECK(harness.find(Role::Paragraph, "Checked").look == "badge good");
  CHECK(harness.has(Role::Image, "Children"));
  CHECK(harness.find(Role::Status, "").live == Live::Polite);
  CHECK(harness.find(Role::Progress, "Loading").progress == 0.25);
  CHECK(harness.find(Role::Progress, "Waiting").progress < 0);
}

TEST_CASE("a button of a group is about the nearest part of the page that has a name, and paints no word more") {
  UiHarness harness(360, 800);
  const auto width_of = [&](bool is_of_group) {
    harness.frame([&](Ui& ui) {
      const Scope main = ui.landmark("main", Role::Main, "Main");
      const Scope question = ui.landmark("question", Role::Region, "How many visits");
      const Scope card = ui.card("card", CardLook::Soft);
      if (is_of_group)
        ui.button_of_group("remove", "Take away: 1", ButtonLook::Quiet);
      else
        ui.button("remove", "Take away: 1", ButtonLook::Quiet);
    });
    return harness.find(Role::Button, "Take away: 1").rect.width;
  };
  const float alone = width_of(false);
  CHECK(harness.find(Role::Button, "Take away: 1").value.empty());
  CHECK(width_of(true) == alone);
  CHECK(harness.find(Role::Button, "Take away: 1").value == "Take away: 1, How many visits");
}

TEST_CASE("parts of the page are nested as they were opened") {
  UiHarness harness(360, 800);
  harness.frame([](Ui& ui) {
    const Scope main = ui.landmark("main", Role::Main);
    const Scope list = ui.list("list", "Places");
    const Scope item = ui.list_item("one");
    const Scope card = ui.card("card", CardLook::Soft);
    ui.text("Inside");
  });
  const SemanticTree& tree = harness.tree();
  std::vector<Role> above;
  for (const Node* node = tree.find(harness.find(Role::Paragraph, "Inside").parent); node != nullptr;
       node = tree.find(node->parent)) {
    above.push_back(node->role);
  }
  CHECK(above == std::vector<Role>{Role::Group, Role::ListItem, Role::List, Role::Main});
  CHECK(harness.find(Role::List, "Places").look == "cards");
}

TEST_CASE("a child's rectangle lies within its parent's") {
  UiHarness harness(360, 800);
  harness.frame([](Ui& ui) {
    const Scope card = ui.card("card");
    const Scope row = ui.row("row");
    ui.button("a", "A");
    ui.button("b", "B");
  });
  for (const Node& node : harness.tree().nodes()) {
    const Node* parent = harness.tree().find(node.parent);
    if (parent == nullptr) continue;
    CHECK(node.rect.x >= 0);
    CHECK(node.rect.y >= 0);
    CHECK(node.rect.x + node.rect.width <= parent->rect.width);
    CHECK(node.rect.y + node.rect.height <= parent->rect.height);
  }
}

TEST_CASE("cards beside each other are as high as the highest of their line, and each line by itself") {
  UiHarness harness(1280, 800);
  harness.frame([](Ui& ui) {
    const Scope list = ui.list("cards");
    for (std::uint64_t i = 0; i < 4; ++i) {
      const Scope hue = ui.hue(Hue::Plum);
      const Scope item = ui.list_item(Key("item", i));
      const Scope card = ui.card("card");
      ui.text("Card " + std::to_string(i));
      if (i == 1) ui.button("more", "Another line");
    }
  });
  std::vector<float> cards, items;
  for (const Node& node : harness.tree().nodes()) {
    if (node.role == Role::Group) cards.push_back(node.rect.height);
    if (node.role == Role::ListItem) items.push_back(node.rect.height);
  }
  REQUIRE(cards.size() == 4);
  CHECK(cards[0] == cards[1]);
  CHECK(cards[2] == cards[1]);
  CHECK(cards[3] < cards[1]);
  CHECK(cards == items);
}

TEST_CASE("in a cell only the card at its end grows, and cards that hold cards grow by themselves") {
  UiHarness harness(1280, 800);
  harness.frame([](Ui& ui) {
    const Scope list = ui.list("cards");
    {
      const Scope item = ui.list_item("one");
      {
        const Scope card = ui.card("first", CardLook::Soft);
        ui.text("First");
      }
      const Scope card = ui.card("last", CardLook::Soft);
      ui.text("Last");
    }
    const Scope item = ui.list_item("two");
    const Scope card = ui.card("high", CardLook::Soft);
    for (std::uint64_t i = 0; i < 9; ++i) ui.button(Key("b", i), "High");
  });
  const auto card_of = [&](const char* name) {
    return harness.tree().page_rect(harness.find(Role::Paragraph, name).parent);
  };
  const Rect first = card_of("First"), last = card_of("Last");
  const Rect high = harness.tree().page_rect(harness.find(Role::Button, "High").parent);
  CHECK(first.height < last.height);
  CHECK(last.y + last.height == high.y + high.height);
}

TEST_CASE(
    "columns hold cards themselves: beside each other and equally high where there is room, else one below another") {
  for (const float width : {1280.0f, 360.0f}) {
    UiHarness harness(width, 800);
    harness.frame([](Ui& ui) {
      const Scope columns = ui.columns("columns");
      {
        const Scope card = ui.card("a");
        ui.text("First");
      }
      const Scope card = ui.card("b");
      ui.text("Second");
      ui.button("more", "More");
    });
    const auto card_of = [&](const char* name) {
      return harness.tree().page_rect(harness.find(Role::Paragraph, name).parent);
    };
    const Rect first = card_of("First"), second = card_of("Second");
    const Rect words = harness.tree().page_rect(harness.find(Role::Paragraph, "First").id);
    CHECK(words.x - first.x == 16);
    CHECK(words.y - first.y == 16);
    if (width > 1000) {
      CHECK(first.y == second.y);
      CHECK(first.height == second.height);
      CHECK(second.x > first.x + first.width);
    } else {
      CHECK(second.y > first.y + first.height);
      CHECK(first.height < second.height);
    }
  }
}

TEST_CASE("a card alone on a wide screen ends soon after its words; large text lets it be wider") {
  for (const float scale : {1.0f, 2.0f}) {
    UiHarness harness(1280, 800, scale);
    harness.frame([](Ui& ui) {
      const Scope card = ui.card("card");
      ui.text("Words");
    });
    CHECK(harness.find(Role::Group, "").rect.width == (scale < 2 ? 720 : 1120));
  }
}

TEST_CASE("a row with two ends has its first at one and the others at the other, and wraps like any row") {
  for (const float width : {1000.0f, 150.0f}) {
    UiHarness harness(width, 800);
    harness.frame([](Ui& ui) {
      const Scope row = ui.row("row", RowLook::Ends);
      ui.button("a", "Alongside");
      ui.button("b", "Ring");
      ui.button("c", "Sign in");
    });
    const auto place = [&](const char* name) { return harness.tree().page_rect(harness.find(Role::Button, name).id); };
    const Rect first = place("Alongside"), second = place("Ring"), last = place("Sign in");
    const bool wide = width > 500;
    CHECK((first.y == last.y) == wide);
    if (wide) {
      CHECK(last.x + last.width + first.x == doctest::Approx(width).epsilon(0.01));
      CHECK(second.x + second.width + 12 == doctest::Approx(last.x).epsilon(0.01));
    } else {
      CHECK(first.x == last.x);
    }
  }
}

TEST_CASE("a table has a caption, column headers, a header for each row, and cells") {
  for (const float width : {1000.0f, 320.0f}) {
    UiHarness harness(width, 800);
    harness.frame([](Ui& ui) {
      const Scope table = ui.table("t", "Spends", {{"Where"}, {"When"}, {"Who"}, {"Amount", Align::End}});
      for (std::uint64_t i = 0; i < 3; ++i) {
        const Scope row = ui.table_row(Key("r", i));
        ui.cell("Pool " + std::to_string(i));
        ui.cell("Monday");
        ui.cell("Sam");
        ui.cell("£8.00");
      }
    });
    CHECK(harness.count(Role::Table) == 1);
    CHECK(harness.count(Role::TableRow) == 4);
    CHECK(harness.names(Role::ColumnHeader) == std::vector<std::string>{"Where", "When", "Who", "Amount"});
    CHECK(harness.names(Role::RowHeader) == std::vector<std::string>{"Pool 0", "Pool 1", "Pool 2"});
    CHECK(harness.count(Role::Cell) == 9);
    CHECK(harness.find(Role::Cell, "£8.00").look == "end");
    // Too narrow for columns, each cell has its column's title beside it, painted and in the page.
    const bool stacked = width < 400;
    CHECK(harness.find(Role::Table, "Spends").look == (stacked ? "stacked" : ""));
    CHECK(harness.find(Role::Cell, "£8.00").description == (stacked ? "Amount" : ""));
    const Rect header = harness.tree().page_rect(harness.find(Role::RowHeader, "Pool 1").id);
    const Rect next = harness.tree().page_rect(harness.find(Role::RowHeader, "Pool 2").id);
    CHECK(next.y >= header.y + header.height);
  }
}

TEST_CASE("a row with too many cells is logged and keeps to its columns") {
  UiHarness harness(800, 800);
  harness.frame([](Ui& ui) {
    const Scope table = ui.table("t", "T", {{"A"}});
    const Scope row = ui.table_row("r");
    ui.cell("one");
    ui.cell("two");
  });
  CHECK(harness.count(Role::RowHeader) + harness.count(Role::Cell) == 1);
  CHECK(harness.log.size() == 1);
}

TEST_CASE("a description list has terms and definitions") {
  UiHarness harness(360, 800);
  harness.frame([](Ui& ui) {
    const Scope list = ui.description_list("facts");
    ui.description("cost", Icon::Banknote, "Cost", "£8 a session");
  });
  CHECK(harness.find(Role::Term, "Cost").parent == harness.find(Role::Definition, "£8 a session").parent);
}

TEST_CASE("words in the other language are marked, and only where it begins") {
  UiHarness harness(360, 800);
  harness.frame([](Ui& ui) {
    ui.text("English");
    const Scope welsh = ui.language_of(Language::Welsh);
    ui.text("Cymraeg");
    const Scope card = ui.card("card");
    ui.text("Yn y cerdyn");
    const Scope english = ui.language_of(Language::English);
    ui.text("Back");
  });
  CHECK(harness.find(Role::Paragraph, "English").lang.empty());
  CHECK(harness.find(Role::Paragraph, "Cymraeg").lang == "cy");
  CHECK(harness.find(Role::Group, "").lang == "cy");
  CHECK(harness.find(Role::Paragraph, "Yn y cerdyn").lang.empty());
  CHECK(harness.find(Role::Paragraph, "Back").lang == "en");
}

TEST_CASE("a hue is told to the plain page as a class") {
  UiHarness harness(360, 800);
  harness.frame([](Ui& ui) {
    const Scope hue = ui.hue(Hue::Plum);
    ui.button("a", "A", ButtonLook::Primary);
  });
  CHECK(harness.find(Role::Button, "A").look == "primary hue-plum");
}

TEST_CASE("pressed, expanded and current are states") {
  UiHarness harness(360, 800);
  bool open = false;
  harness.frame([&](Ui& ui) {
    ui.toggle("on", "On", Pressed::Yes);
    ui.toggle("off", "Off", Pressed::No);
    if (ui.disclosure("more", "More", open ? Expanded::Yes : Expanded::No)) open = !open;
    ui.link("here", "Here", "/", LinkLook::Inline, Icon::None, Current::Yes);
  });
  CHECK(harness.find(Role::Button, "On").has(State::Pressed));
  CHECK(harness.find(Role::Button, "Off").has(State::Unpressed));
  CHECK(harness.find(Role::Button, "More").has(State::Collapsed));
  CHECK(harness.find(Role::Link, "Here").has(State::Current));
  harness.activate(harness.find(Role::Button, "More"));
  CHECK(harness.find(Role::Button, "More").has(State::Expanded));
}
