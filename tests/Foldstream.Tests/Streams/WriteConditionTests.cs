namespace Foldstream.Tests;

public sealed class WriteConditionTests
{
    private static readonly WriteCondition A = new Named("a");
    private static readonly WriteCondition B = new Named("b");
    private static readonly WriteCondition C = new Named("c");

    private static readonly StreamHead Empty = StreamHead.Empty(new StreamId("thing", "one"));

    [Fact]
    public void Order_brackets_of_one_kind_and_repetitions_make_no_difference()
    {
        Assert.Equal(A & B & C, C & (B & A));
        Assert.Equal(A | B | C, C | (B | A));
        Assert.Equal(A & B, A & B & A & B);
        Assert.Equal((A & B & C).GetHashCode(), (C & (B & A)).GetHashCode());
        Assert.Equal((A | B | C).GetHashCode(), (C | (B | A)).GetHashCode());
    }

    [Fact]
    public void Condition_with_itself_is_itself()
    {
        Assert.Same(A, A & A);
        Assert.Same(A, A | A);
    }

    [Fact]
    public void Kinds_and_parts_make_a_difference()
    {
        Assert.NotEqual(A & B, A | B);
        Assert.NotEqual(A & B, A & C);
        Assert.NotEqual(A & B, A & B & C);
    }

    [Fact]
    public void And_binds_tighter_than_or_and_brackets_are_respected()
    {
        Assert.Equal(A | (B & C), A | B & C);
        Assert.Equal((A & B) | C, A & B | C);
        Assert.NotEqual((A | B) & C, A | B & C);
        Assert.NotEqual(A & (B | C), A & B | C);
    }

    [Theory]
    [InlineData(false, false, false)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    [InlineData(false, false, true)]
    [InlineData(true, true, false)]
    [InlineData(true, false, true)]
    [InlineData(false, true, true)]
    [InlineData(true, true, true)]
    public void Combination_holds_as_its_parts_do(bool a, bool b, bool c)
    {
        WriteCondition first = new Named("a", a), second = new Named("b", b), third = new Named("c", c);
        Assert.Equal(a && b && c, (first & second & third).IsMetBy(Empty));
        Assert.Equal(a || b || c, (first | second | third).IsMetBy(Empty));
        Assert.Equal((a || b) && c, ((first | second) & third).IsMetBy(Empty));
        Assert.Equal(a || (b && c), (first | second & third).IsMetBy(Empty));
    }

    [Fact]
    public void Description_tells_the_parts_in_one_order()
    {
        Assert.Equal("(a and b and c)", (C & A & B).Description);
        Assert.Equal("((a or b) and c)", ((B | A) & C).ToString());
        Assert.Equal("(no stream or version 0)", (ExpectedVersion.NoStream | ExpectedVersion.Exactly(0)).Description);
    }

    [Fact]
    public void Expected_versions_are_values()
    {
        Assert.Equal(ExpectedVersion.Exactly(3), ExpectedVersion.Exactly(3));
        Assert.NotEqual(ExpectedVersion.Exactly(3), ExpectedVersion.Exactly(4));
        Assert.Equal(ExpectedVersion.NoStream, ExpectedVersion.Exactly(StreamVersion.None));
        Assert.NotEqual(ExpectedVersion.NoStream, ExpectedVersion.Exactly(0));
        Assert.NotEqual(ExpectedVersion.Any, ExpectedVersion.Exists);
    }

    [Fact]
    public void Exact_version_is_told_where_there_is_one()
    {
        Assert.Equal(StreamVersion.None, ExpectedVersion.NoStream.ExactVersion);
        Assert.Equal(new StreamVersion(0), ExpectedVersion.Exactly(0).ExactVersion);
        Assert.Null(ExpectedVersion.Any.ExactVersion);
        Assert.Null(ExpectedVersion.Exists.ExactVersion);
    }

    [Fact]
    public void Failed_check_of_a_combination_is_not_taken_for_a_version_conflict()
    {
        var condition = ExpectedVersion.Exists & A;
        var error = Assert.Throws<WriteConditionException>(() => condition.Check(Empty));
        Assert.Equal((condition, Empty), (error.Condition, error.Head));
        Assert.Contains("(a and an existing stream)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_that_holds_says_nothing() => (ExpectedVersion.NoStream & ExpectedVersion.Any).Check(Empty);

    [Fact]
    public void Absent_part_is_refused()
    {
        Assert.Throws<ArgumentNullException>(() => A & null!);
        Assert.Throws<ArgumentNullException>(() => null! | A);
        Assert.Throws<ArgumentNullException>(() => A.Check(null!));
    }

    private sealed record Named(string Name, bool Holds = true) : WriteCondition
    {
        public override string Description => Name;

        public override bool IsMetBy(StreamHead head) => Holds;
    }
}
