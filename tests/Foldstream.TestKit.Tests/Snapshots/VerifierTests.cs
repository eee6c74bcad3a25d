namespace Foldstream.TestKit.Tests;

public sealed class VerifierTests
{
    [Fact]
    public Task Generated_files_and_diagnostics_are_verified() => Verify(Compile.Generate(
        ToyGenerator.Options,
        ToyGenerator.Attribute,
        "[Greeter] partial class Account { public string? Owner { get; set; } [Greeter] partial class Inner; }",
        "[Greeter] partial class Customer;").Driver);

    [Fact]
    public Task Text_is_verified() => Verify("The text\nof this test.\n");

    [Theory]
    [InlineData("one")]
    [InlineData("a/b")]
    public Task Each_row_of_a_theory_has_a_file_of_its_own(string text) => Verify(text);

    [Fact]
    public async Task A_second_call_in_one_test_is_refused()
    {
        await Verify("first");

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => Verify("second"));
        Assert.Contains("VerifierTests.A_second_call_in_one_test_is_refused calls Verify twice", exception.Message);
    }

    [Fact]
    public async Task A_generator_that_throws_is_no_empty_snapshot()
    {
        var run = Compile.Generate(ToyGenerator.Options, ToyGenerator.Attribute, "[Greeter] partial class Boom;");

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => Verify(run.Driver));
        Assert.Contains("boom", exception.Message);
    }
}
