#include "plugins/feedback/model/form_table.hpp"

#include "plugins/feedback/model/coerce.hpp"
#include "plugins/feedback/model/loose.hpp"

#include <algorithm>

namespace alongside::feedback {
namespace {

// A map without these names.
Value without(const Value& answers, const std::vector<FormElement>& elements) {
  Value rest = Value::of_map();
  for (std::size_t i = 0; i < answers.entries(); ++i) {
    const auto is_it = [&](const FormElement& element) { return element.value_name == answers.names[i]; };
    if (std::ranges::none_of(elements, is_it)) rest.set(answers.names[i], answers.items[i]);
  }
  return rest;
}

void drop(Value& map, std::string_view name) {
  Value rest = Value::of_map();
  for (std::size_t i = 0; i < map.entries(); ++i) {
    if (map.names[i] != name) rest.set(map.names[i], std::move(map.items[i]));
  }
  map = std::move(rest);
}

bool says_nothing(const Value& list) {
  return std::ranges::all_of(list.items,
                             [](const Value& row) { return row.kind != ValueKind::Map || row.entries() == 0; });
}

}  // namespace

FormTable::FormTable(FormPart& owner, std::size_t element)
    : FormList(owner, element),
      is_dynamic_(this->element().type == FormType::MatrixDynamic),
      row_count_(what_.count),
      first_count_(what_.count) {}

FormTable::FormTable(const FormTable& other, FormPart& owner)
    : FormList(other, owner),
      is_dynamic_(other.is_dynamic_),
      rows_made_(other.rows_made_),
      row_count_(other.row_count_),
      first_count_(other.first_count_),
      is_taking_(other.is_taking_),
      is_changing_rows_(other.is_changing_rows_),
      is_making_rows_(other.is_making_rows_) {}

std::unique_ptr<FormList> FormTable::clone(FormPart& owner) const { return std::make_unique<FormTable>(*this, owner); }

void FormTable::show() {
  if (!is_shown_ && !is_making_rows_) make_rows();
}

void FormTable::begin_again() {
  take_out_from(0);
  is_shown_ = false;
}

bool FormTable::is_right(const Value& value) const {
  return value.kind == (is_dynamic_ ? ValueKind::List : ValueKind::Map) || value.is_empty();
}

Value FormTable::default_row() const {
  Value row = Value::of_map();
  for (const FormElement& element : what_.elements) {
    if (!element.default_value.is_empty()) row.set(element.name, element.default_value);
  }
  for (std::size_t i = 0; i < what_.default_item.entries(); ++i) {
    row.set(what_.default_item.names[i], what_.default_item.items[i]);
  }
  return row;
}

// The answer as it is now, with as many rows as there are.
Value FormTable::new_value() const {
  if (!is_dynamic_) return value_.kind == ValueKind::Map ? value_ : Value::of_map();
  Value all = value_.kind == ValueKind::List ? value_ : Value::of_list({});
  const Value row = default_row();
  all.items.resize(row_count_, row);
  return all;
}

void FormTable::pad(Value& all) const {
  if (!is_dynamic_) return;
  if (all.kind != ValueKind::List) all = Value::of_list({});
  while (all.items.size() < what_.fewest) all.items.push_back(Value::of_map());
}

void FormTable::take(Value value) {
  const bool was_taking = is_taking_;
  is_taking_ = true;
  if (is_dynamic_ && !was_taking && !what_.default_item.is_empty()) {
    if (value.kind != ValueKind::List) value = Value::of_list({});
    while (value.items.size() < what_.fewest) value.items.push_back(what_.default_item);
  }
  if (is_right(value)) {
    if (what_.fewest > 0 && !is_blank()) pad(value);
    store(std::move(value));
  }
  is_taking_ = false;
}

void FormTable::set(Value value) {
  if (same_answer(value, value_) || !is_right(value)) return;
  const bool was_setting = is_setting_;
  is_setting_ = true;
  store(std::move(value));
  owner_.keep(element().value_name, value_);
  is_setting_ = was_setting;
}

void FormTable::store(Value value) {
  const bool leaves_list = value_.kind == ValueKind::List && is_nothing(value);
  value_ = leaves_list ? Value::of_list({}) : std::move(value);
  if (is_changing_rows_) return;
  if (is_dynamic_) count_rows();
  if (!is_shown_ || items_.empty()) return;
  is_changing_rows_ = true;
  const Value all = new_value();
  for (std::size_t i = 0; i < items_.size(); ++i) {
    const Value* row = is_dynamic_ ? &all.items[i] : all.find(to_words(what_.rows[i].name));
    items_[i]->take(row == nullptr ? Value() : *row);
  }
  is_changing_rows_ = false;
}

// As many rows as are answered; one more is put behind them, otherwise all of them are made anew.
void FormTable::count_rows() {
  if (value_.kind != ValueKind::List) return;
  const std::size_t count = std::min(value_.items.size(), FormTemplate::most_rows);
  if (count == row_count_ || (!is_taking_ && count < first_count_)) return;
  is_taking_ = true;
  row_count_ = count;
  if (!is_shown_) return;
  if (count == items_.size() + 1) {
    if (auto row = new_item(count - 1, number_of_next_row())) {
      row->begin_row(value_.items[count - 1]);
      put_in(std::move(row));
    }
  } else {
    take_out_from(0);
    is_shown_ = false;
    make_rows();
  }
  is_taking_ = false;
}

void FormTable::make_rows() {
  is_making_rows_ = true;
  std::vector<std::unique_ptr<FormItem>> rows;
  const Value all = new_value();
  const std::size_t count = is_dynamic_ ? row_count_ : what_.rows.size();
  for (std::size_t i = 0; i < count; ++i) {
    auto row = new_item(i, number_of_next_row());
    if (!row) break;
    const Value* answers = is_dynamic_ ? &all.items[i] : all.find(to_words(what_.rows[i].name));
    row->begin_row(answers == nullptr ? Value() : *answers);
    rows.push_back(std::move(row));
  }
  if (is_dynamic_ && !default_row().is_empty()) set(all);
  for (auto& row : rows) put_in(std::move(row));
  is_making_rows_ = false;
  is_shown_ = true;
  run_conditions();
  fill_in();
}

// What the rows have begun with becomes part of the answer.
void FormTable::fill_in() {
  Value all = new_value();
  for (const auto& row : items_) {
    const Value answers = row->collected();
    if (!same_answer(kept_in(*row), answers)) all = with_row(*row, answers, std::move(all));
  }
  if (same_answer(is_dynamic_ || !new_value().is_empty() ? new_value() : Value(), all)) return;
  is_changing_rows_ = true;
  set(std::move(all));
  is_changing_rows_ = false;
}

// The whole answer with this in the place of one row; a table that says nothing has none.
Value FormTable::with_row(const FormItem& row, const Value& answers, Value all) const {
  const std::string name = is_dynamic_ ? "" : to_words(what_.rows[row.index()].name);
  const bool has_place = is_dynamic_ && all.kind == ValueKind::List && row.index() < all.items.size();
  const Value* before = has_place ? &all.items[row.index()] : is_dynamic_ ? nullptr : all.find(name);
  Value mixed = before == nullptr ? Value::of_map() : without(*before, what_.elements);
  for (std::size_t i = 0; i < answers.entries(); ++i) {
    if (!answers.items[i].is_empty()) mixed.set(answers.names[i], answers.items[i]);
  }
  const bool is_nothing = mixed.entries() == 0;
  if (has_place) {
    all.items[row.index()] = std::move(mixed);
    if (is_nothing && says_nothing(all)) all = Value();
  } else if (!is_dynamic_ && is_nothing) {
    drop(all, name);
    if (all.entries() == 0) all = Value();
  } else if (!is_dynamic_) {
    if (all.kind != ValueKind::Map) all = Value::of_map();
    all.set(name, std::move(mixed));
  }
  pad(all);
  return all;
}

void FormTable::keep_in(FormItem& item, const std::string&, Value) {
  const Value before = !is_dynamic_ && new_value().is_empty() ? Value() : new_value();
  Value all = with_row(item, item.collected(), new_value());
  if (same_answer(before, all)) return;
  const bool was_changing = is_changing_rows_;
  is_changing_rows_ = true;
  set(std::move(all));
  is_changing_rows_ = was_changing;
}

void FormTable::run_conditions() {
  if (!is_shown_) return;
  for (std::size_t i = 0; i < items_.size(); ++i) items_[i]->run_conditions();
}

Value FormTable::kept_in(const FormItem& item) const {
  const Value* row = nullptr;
  if (is_dynamic_) {
    if (value_.kind == ValueKind::List && item.index() < value_.items.size()) row = &value_.items[item.index()];
  } else if (value_.kind == ValueKind::Map) {
    row = value_.find(to_words(what_.rows[item.index()].name));
  }
  return row == nullptr ? Value() : *row;
}

}  // namespace alongside::feedback
