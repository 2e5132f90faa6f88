// FormTable: the rows of a MatrixDropdown, which have names, or of a MatrixDynamic, which are as many as are
// answered. A row keeps what it begins with to itself, and the table then takes over what all of them say.
#pragma once

#include "plugins/feedback/model/form_list.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

namespace alongside::feedback {

class FormTable final : public FormList {
 public:
  FormTable(FormPart& owner, std::size_t element);
  FormTable(const FormTable& other, FormPart& owner);
  std::unique_ptr<FormList> clone(FormPart& owner) const override;

  void show() override;
  bool leads_into_item(const Path& path, std::size_t end) const override;
  void begin_again() override;
  void take(Value value) override;
  void set(Value value) override;
  void keep_in(FormItem& item, const std::string& name, Value value) override;
  void run_conditions() override;
  void told(const Value&) override {}
  void drop_hidden() override;
  bool is_blank() const override { return value_.is_empty(); }
  Value kept_in(const FormItem& item) const override;
  std::optional<Value> find(const Path& path, std::size_t end) const override;
  std::optional<Value> find_beside(const Path& path) const override;
  Value filtered() const override;
  void add_own_mistakes(std::vector<FormMistake>& mistakes) const override;

 private:
  bool is_right(const Value& value) const;
  bool looks_the_same(const Value& left, const Value& right) const override;
  void store(Value value);
  void count_rows();
  void make_rows();
  void fill_in();
  Value new_value() const;
  Value default_row() const;
  Value with_row(const FormItem& row, const Value& answers, Value all) const;
  void pad(Value& all) const;
  const FormItem* row_named(const Path& path, std::size_t from, std::size_t& end) const;
  int number_of_next_row() { return is_dynamic_ ? ++rows_made_ : 0; }

  bool is_dynamic_;
  int rows_made_ = 0;
  std::size_t row_count_;
  std::size_t first_count_;
  bool is_taking_ = false;         // the number of rows follows what is taken over
  bool is_changing_rows_ = false;  // the answer comes from the rows themselves
  bool is_making_rows_ = false;
};

}  // namespace alongside::feedback
