// FormItem: one row of a table or one panel of a dynamic panel: its questions, and a scope that sees them first
// ({row.cost}, {panel.name}, {rowIndex}), then the list, then what is around it. Owned by its FormList.
#pragma once

#include "plugins/feedback/model/form_part.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace alongside::feedback {

class FormItem final : public FormPart {
 public:
  // `number`: what its place is called until it stands in the list.
  FormItem(FormList& list, std::size_t index, int number);
  FormItem(const FormItem& other, FormList& list);

  // Its questions, made with these answers: a row keeps to itself what it has of its own, a panel passes it on.
  void begin_row(const Value& answers);
  void begin_panel(const Value& answers);
  void take(const Value& answers);
  // What its questions say together.
  Value collected() const;
  void run_conditions();
  void follow(const FormKeys& keys, const std::string& changed);
  void drop_hidden();
  void told(const Value& answers);

  std::size_t index() const { return index_; }
  std::optional<std::size_t> place_of_name(std::string_view name) const;
  // A name seen from outside: what is left of a path from `from` on.
  std::optional<Value> find_part(const Path& path, std::size_t from) const;

  void keep(const std::string& value_name, Value value) override;
  bool take_room(std::size_t questions) override;
  const FormKeys* running_keys() const override;
  const FormList* list_around() const override { return &list_; }
  std::string place_of(std::size_t element) const override;
  std::optional<Value> find(std::string_view name) const override;
  double now() const override;
  bool order_counts(std::string_view name) const override;

  bool stands_in_list = false;
  bool is_visible = true;
  bool is_enabled = true;

 private:
  bool outside_may_be_changed() const override;
  bool is_one_panel() const override { return is_panel_ && is_visible; }
  bool may_skip(const Expression& expression) const override;
  bool is_own_name(std::string_view name, bool list_changed) const;
  std::optional<Value> special(std::string_view name) const;
  std::optional<Value> find_near(const Path& path) const;

  FormList& list_;
  std::size_t index_;
  int number_;
  bool is_panel_;
  bool keeps_to_itself_ = false;
};

}  // namespace alongside::feedback
