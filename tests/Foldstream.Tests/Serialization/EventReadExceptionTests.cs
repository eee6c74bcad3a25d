using System.Text.Json;

namespace Foldstream.Tests;

public sealed class EventReadExceptionTests
{
    [Theory]
    [InlineData("""{"note":17}""", "note", "17")]
    [InlineData("""{"note":"","lines":{}}""", "lines", "{}")]
    [InlineData("""{"lines":[{"price":"x"}]}""", "lines[0].price", "\"x\"")]
    [InlineData("""{"lines":[{"price":1},{"price":2},{"price":null}]}""", "lines[2].price", "null")]
    [InlineData("""{"lines":[{"price":1,"sizes":[]},{"price":1,"sizes":[1,2,"x"]}]}""", "lines[1].sizes[2]", "\"x\"")]
    [InlineData("""{"lines":[{"sizes":[1,2],"price":true}]}""", "lines[0].price", "true")]
    [InlineData("""{"lines":[{"price":1}],"note":{}}""", "note", "{}}")]
    [InlineData("""{"lines":[{"price":1,"sizes":[9999999999]}]}""", "lines[0].sizes[0]", "9999999999")]
    public void Member_at_fault_and_its_place_are_told(string json, string member, string place)
    {
        var error = Stored.ErrorOf(OrderPlaced.Definition, json);
        Assert.Equal((member, (long)json.IndexOf(place, StringComparison.Ordinal)), (error.Member, error.BytePosition));
        Assert.Contains($"member '{member}', byte {error.BytePosition}", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{}""", "lines")]
    [InlineData("""{"lines":[]}""", "note")]
    [InlineData("""{"note":"","lines":[{}]}""", "lines[0].price")]
    [InlineData("""{"note":"","lines":[{"price":1},{"price":1,"sizes":[1,2]},{"sizes":[1]}]}""", "lines[2].price")]
    public void Missing_member_is_told_with_where_it_is_missing(string json, string member)
    {
        var error = Stored.ErrorOf(OrderPlaced.Definition, json);
        Assert.Equal(member, error.Member);
        Assert.IsType<MissingMemberJsonException>(error.InnerException);
        Assert.Contains("is missing", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Place_is_counted_in_bytes()
    {
        var error = Stored.ErrorOf(OrderPlaced.Definition, """{"note":"ä🎉","lines":1}""");
        Assert.Equal(("lines", 25L), (error.Member, error.BytePosition));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("x", "")]
    [InlineData("{", "")]
    [InlineData("""{"note":tru}""", "note")]
    [InlineData("""{"lines":[{"price":1},{"price":1""", "lines[1].price")]
    [InlineData("""{"lines":[],"note":""} {}""", "")]
    public void Broken_json_is_told_with_the_last_member_before(string json, string member)
    {
        var error = Stored.ErrorOf(OrderPlaced.Definition, json);
        Assert.Equal(member, error.Member);
        Assert.IsAssignableFrom<JsonException>(error.InnerException);
    }

    [Fact]
    public void Event_is_told_by_its_address()
    {
        var error = Stored.ErrorOf(OrderPlaced.Definition, "{}");
        Assert.Equal((Stored.Stream, new StreamVersion(3), OrderPlaced.Definition.Type), (error.Stream, error.Version, error.Type));
        Assert.Contains("'order-placed' at version 3 of stream 'order/one'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Content_is_not_quoted()
    {
        var error = Stored.ErrorOf(OrderPlaced.Definition, """{"note":"secret","lines":[{"price":"secret"}]}""");
        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
    }
}
