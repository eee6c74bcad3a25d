namespace Foldstream;

/// <summary>The state of a subscription; changes only as <see cref="SubscriptionStates"/> allows.</summary>
internal sealed class StateBoard(string subscription)
{
    private readonly Lock gate = new();

    public SubscriptionState State { get; private set; } = SubscriptionState.Starting;

    /// <summary>Fires with each change.</summary>
    public Pulse Changed { get; } = new();

    /// <exception cref="SubscriptionStateException">The table does not allow it.</exception>
    public void Move(SubscriptionState to)
    {
        lock (gate)
        {
            if (!SubscriptionStates.MayFollow(State, to))
                throw new SubscriptionStateException(subscription, State, to);
            State = to;
        }

        Changed.Fire();
    }

    /// <summary>Moves between the states of work; does nothing where the subscription is paused, stopping or over.</summary>
    public void MoveWhileWorking(SubscriptionState to)
    {
        lock (gate)
        {
            var works = State is SubscriptionState.Starting or SubscriptionState.CatchingUp or SubscriptionState.Live or SubscriptionState.Retrying;
            if (!works || !SubscriptionStates.MayFollow(State, to))
                return;
            State = to;
        }

        Changed.Fire();
    }
}
