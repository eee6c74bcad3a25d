namespace Foldstream.Tests;

public sealed class GlobalPositionTests
{
    private static readonly Guid Store = new("01890a5d-ac96-774b-bcce-b302099a8057");
    private static readonly Guid Other = new("01890a5d-ac96-774b-bcce-b302099a8058");

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    public void Text_form_is_read_back(long value)
    {
        var position = new GlobalPosition(Store, value);
        Assert.Equal(position, GlobalPosition.Parse(position.ToString()));
    }

    [Fact]
    public void Text_form_is_store_at_value() =>
        Assert.Equal("01890a5dac96774bbcceb302099a8057@42", new GlobalPosition(Store, 42).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("42")]
    [InlineData("@42")]
    [InlineData("01890a5dac96774bbcceb302099a8057")]
    [InlineData("01890a5dac96774bbcceb302099a8057@")]
    [InlineData("01890a5dac96774bbcceb302099a8057@x")]
    [InlineData("01890a5dac96774bbcceb302099a8057@1@2")]
    [InlineData("01890a5dac96774bbcceb302099a8057@ 1")]
    [InlineData("01890a5dac96774bbcceb302099a8057@99999999999999999999")]
    [InlineData("01890a5d-ac96-774b-bcce-b302099a8057@1")]
    [InlineData("nonsense@1")]
    public void Other_text_is_refused(string text)
    {
        var error = Assert.Throws<FormatException>(() => GlobalPosition.Parse(text));
        Assert.Contains($"'{text}'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Positions_of_one_store_are_ordered()
    {
        GlobalPosition earlier = new(Store, 1), later = new(Store, 2), same = new(Store, 1);
        Assert.True(earlier < later && later > earlier && earlier <= same && earlier >= same);
        Assert.False(earlier > later || later < earlier || earlier < same || earlier > same);
        Assert.Equal(earlier, same);
    }

    [Fact]
    public void Positions_of_two_stores_are_not_compared()
    {
        GlobalPosition ours = new(Store, 1), theirs = new(Other, 1);
        Assert.NotEqual(ours, theirs);
        Assert.Throws<ForeignPositionException>(() => ours < theirs);
        Assert.Throws<ForeignPositionException>(() => ours.CompareTo(theirs));
    }

    [Fact]
    public void Position_is_opened_by_its_own_store_only()
    {
        var position = new GlobalPosition(Store, 0);
        Assert.Equal(0, position.In(Store));
        var error = Assert.Throws<ForeignPositionException>(() => position.In(Other));
        Assert.Equal((position, Other), (error.Position, error.Store));
        Assert.Contains(Store.ToString("N"), error.Message, StringComparison.Ordinal);
        Assert.Contains(Other.ToString("N"), error.Message, StringComparison.Ordinal);
    }
}
