namespace Foldstream.Json.Tests;

/// <summary>Which members must be there, and what becomes of the others.</summary>
public sealed class MembersTests
{
    [Fact]
    public void Members_may_come_in_any_order() =>
        Assert.Equal(new Money(1.5m, "EUR"), Events.Read<OrderPlaced>(OrderWith("""{"currency":"EUR","amount":1.5}""")).Total);

    [Fact]
    public void Unknown_members_are_tolerated_with_all_that_they_hold() =>
        Assert.Equal(
            new Decimals(1m, null),
            Events.Read<Decimals>("""{"new":{"a":[1,{"b":null}],"amount":7},"amount":1,"more":[[[]]],"text":"\u0041","Amount":9}"""));

    [Fact]
    public void Of_a_member_that_is_there_twice_the_last_one_counts()
    {
        Assert.Equal(new Decimals(2m, null), Events.Read<Decimals>("""{"amount":1,"maybe":5,"amount":2,"maybe":null}"""));
        Assert.Equal(2, Events.Read<Dictionaries>(DictionariesWith("""{"a":1,"a":2}""")).Numbers["a"]);
    }

    [Fact]
    public void Names_match_exactly() =>
        Assert.Equal("amount", Events.Refused<Decimals>("""{"Amount":1,"AMOUNT":1,"amoun":1,"amount ":1,"bmount":1}""").Member);

    [Fact]
    public void Escaped_names_are_the_names_that_they_spell()
    {
        Assert.Equal(new Decimals(1m, null), Events.Read<Decimals>("""{"\u0061m\u006funt":1}"""));
        Assert.Equal(3, Events.Read<Casing>(CasingWith("\\u00e9clair")).Éclair);
        Assert.Equal(3, Events.Read<Casing>(CasingWith("éclair")).Éclair);
    }

    [Theory]
    [InlineData("""{"text":"t","number":1}""", "first")]
    [InlineData("""{"first":1,"number":1}""", "text")]
    [InlineData("""{"first":1,"text":"t"}""", "number")]
    [InlineData("{}", "first")]
    public void A_missing_member_that_is_required_is_named(string json, string member)
    {
        var exception = Events.Refused<Required>(json);

        Assert.Equal(member, exception.Member);
        Assert.IsType<MissingMemberJsonException>(exception.InnerException);
        Assert.Contains($"the required member '{member}' is missing", exception.Message);
    }

    [Fact]
    public void A_missing_member_inside_of_another_is_named_with_its_path() =>
        Assert.Equal("total.currency", Events.Refused<OrderPlaced>(OrderWith("""{"amount":1.5}""")).Member);

    [Fact]
    public void A_missing_member_that_can_be_null_is_null()
    {
        Assert.Null(Events.Read<Required>("""{"first":1,"text":"t","number":1}""").Maybe);
        Assert.Equal(new NullableIntegers(null, null, null, null, null, null, null, null), Events.Read<NullableIntegers>("{}"));
    }

    [Fact]
    public void A_missing_parameter_has_its_default() => Assert.Equal(new Defaults(), Events.Read<Defaults>("{}"));

    [Fact]
    public void A_missing_property_keeps_its_initial_value()
    {
        var read = Events.Read<InitOnly>("{}");
        var structure = Events.Read<InitOnlyStruct>("""{"number":8}""");

        Assert.Equal((7, "as it was", null), (read.Number, read.Text, read.Color));
        Assert.Equal((8, "as it was"), (structure.Number, structure.Text));
        Assert.Equal("", Events.Read<Settable>("""{"number":1}""").Text);
    }

    [Fact]
    public void A_property_that_is_null_in_the_content_loses_its_initial_value() =>
        Assert.Null(Events.Read<InitOnly>("""{"text":null}""").Text);

    [Fact]
    public void Null_is_taken_for_a_reference_and_refused_for_a_value()
    {
        Assert.Null(Events.Read<Texts>("""{"text":null,"third":"t"}""").Text);
        Assert.Null(Events.Read<Constructed>("""{"text":null,"number":1}""").Text);
        Assert.Equal("number", Events.Refused<Constructed>("""{"text":"t","number":null}""").Member);
    }

    [Fact]
    public void What_is_computed_is_not_read() =>
        Assert.Equal(new Computed(4m, 1m), Events.Read<Computed>("""{"net":4,"tax":1,"gross":"no number","kind":[],"asMoney":7}"""));

    private static string OrderWith(string total) =>
        $$$"""{"id":"{{{Guid.Empty}}}","customer":{"name":"n"},"lines":[],"total":{{{total}}},"place":{"x":1,"y":2},"extra":{}}""";

    private static string DictionariesWith(string numbers) => $$$"""{"numbers":{{{numbers}}},"texts":{},"money":{},"colors":{},"lists":{},"nested":{}}""";

    private static string CasingWith(string name) =>
        $$"""{"x":1,"url":1,"ioPort":1,"aB1":1,"ab":1,"snake_Case":1,"_Leading":1,"{{name}}":3,"äö":1,"ωμέγα":1,"lower":1,"id":1,"iPhone":1}""";
}
