using static Foldstream.SubscriptionState;

namespace Foldstream.Tests;

/// <summary>The table of states: what may follow what, and nothing else.</summary>
public sealed class SubscriptionStatesTests
{
    [Theory]
    [InlineData(Starting, new[] { CatchingUp, Live, Retrying, Paused, Stopping, Faulted })]
    [InlineData(CatchingUp, new[] { Live, Retrying, Paused, Stopping, Faulted })]
    [InlineData(Live, new[] { CatchingUp, Retrying, Paused, Stopping, Faulted })]
    [InlineData(Retrying, new[] { CatchingUp, Live, Paused, Stopping, Faulted })]
    [InlineData(Paused, new[] { CatchingUp, Stopping, Faulted })]
    [InlineData(Stopping, new[] { Stopped, Faulted })]
    [InlineData(Stopped, new[] { Starting })]
    [InlineData(Faulted, new[] { Starting })]
    public void Only_these_states_may_follow(SubscriptionState from, SubscriptionState[] following) =>
        Assert.Equal(following.Order(), Enum.GetValues<SubscriptionState>().Where(to => SubscriptionStates.MayFollow(from, to)));

    [Fact]
    public void A_board_refuses_what_the_table_does_not_allow()
    {
        var board = new StateBoard("mailer");
        board.Move(Stopping);
        var error = Assert.Throws<SubscriptionStateException>(() => board.Move(Live));
        Assert.Equal(("mailer", Stopping, Live), (error.Subscription, error.From, error.To));
    }

    [Theory]
    [InlineData(Paused)]
    [InlineData(Stopping)]
    public void Work_does_not_move_what_was_told_otherwise(SubscriptionState told)
    {
        var board = new StateBoard("mailer");
        board.Move(told);
        board.MoveWhileWorking(CatchingUp);
        Assert.Equal(told, board.State);
    }
}
