// FormPanels: the panels of a dynamic panel: as many as are answered, or as the form begins with. What a panel
// begins with is part of the answer at once, unless the panel came with an answer: as survey-core has it.
#pragma once

#include "plugins/feedback/model/form_list.hpp"

#include <cstddef>
#include <memory>
#include <optional>

namespace alongside::feedback {

class FormPanels final : public FormList {
 public:
  FormPanels(FormPart& owner, std::size_t element);
  FormPanels(const FormPanels& other, FormPart& owner);
  std::unique_ptr<FormList> clone(FormPart& owner) const override;

  void show() override;
  void take_turn() override { has_begun_ = true; }
  void begin_again() override { is_early_ = false; }
  bool leads_into_item(const Path& path, std::size_t end) const override;
  void take(Value value) override;
  void set(Value value) override;
  void keep_in(FormItem& item, const std::string& name, Value value) override;
  void run_conditions() override;
  void told(const Value& value) override;
  void drop_hidden() override;
  bool is_blank() const override;
  const Value& value() const override { return is_adding_ ? adding_value_ : value_; }
  Value kept_in(const FormItem& item) const override;
  std::optional<Value> find(const Path& path, std::size_t end) const override;

 private:
  enum class Equal : std::uint8_t { IsNothingNew, IsGivenAgain };
  bool looks_the_same(const Value& left, const Value& right) const override;
  void assign(Value value, Equal equal);
  void store(Value value);
  void count_by_value();
  void count_to(std::size_t count);
  void add_panel();
  void value_by_count();

  std::size_t count_;  // until they are shown, and when there is no answer
  Value adding_value_;
  bool is_adding_ = false;
  bool has_added_value_ = false;
  bool is_counting_by_value_ = false;
  bool has_begun_ = false;
  bool is_early_ = false;     // somebody looked into it before it had begun
  bool is_quiet_ = false;     // its panels come without being part of the answer
  bool is_internal_ = false;  // the answer follows the panels, not they the answer
  int keeping_ = 0;
};

}  // namespace alongside::feedback
