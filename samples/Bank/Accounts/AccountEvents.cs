// All that can happen to an account, on one page: the vocabulary of the domain.
using Foldstream;

namespace Bank;

/// <summary>An event of an account; <see cref="Account"/> does not compile without a handler for each of them.</summary>
public interface IAccountEvent;

/// <summary>An event by which money goes to or comes from somebody, who may say what for.</summary>
public interface IPayment
{
    /// <summary>How much; above zero.</summary>
    decimal Amount { get; }

    /// <summary>What for; null where nobody says.</summary>
    PaymentPurpose? Purpose { get; }
}

/// <summary>The account was opened with an overdraft limit.</summary>
[Event("account-opened")]
public sealed record AccountOpened(decimal OverdraftLimit) : IAccountEvent;

/// <summary>Cash was paid in.</summary>
[Event("cash-deposited")]
public sealed record CashDeposited(decimal Amount) : IAccountEvent;

/// <summary>Another account sent money.</summary>
[Event("transfer-received")]
public sealed record TransferReceived(decimal Amount, Counterparty? From, PaymentPurpose? Purpose) : IAccountEvent, IPayment;

/// <summary>The bank paid interest on the balance.</summary>
[Event("interest-credited")]
public sealed record InterestCredited(decimal Amount) : IAccountEvent;

/// <summary>Cash was paid out.</summary>
[Event("cash-withdrawn")]
public sealed record CashWithdrawn(decimal Amount, Counterparty? Payee, PaymentPurpose? Purpose) : IAccountEvent, IPayment;

/// <summary>Money was sent to another account.</summary>
[Event("transfer-sent")]
public sealed record TransferSent(decimal Amount, Counterparty? To, PaymentPurpose? Purpose) : IAccountEvent, IPayment;

/// <summary>The owner paid by card.</summary>
[Event("card-payment-made")]
public sealed record CardPaymentMade(decimal Amount, Counterparty? Payee, PaymentPurpose? Purpose) : IAccountEvent, IPayment;

/// <summary>The bank charged for a statement.</summary>
[Event("statement-fee-charged")]
public sealed record StatementFeeCharged(decimal Amount) : IAccountEvent;

/// <summary>The bank charged interest on an overdraft.</summary>
[Event("overdraft-interest-charged")]
public sealed record OverdraftInterestCharged(decimal Amount) : IAccountEvent;
